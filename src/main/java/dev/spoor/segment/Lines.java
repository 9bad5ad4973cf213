package dev.spoor.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.spoor.event.Value.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * Long texts of a dictionary as lines, each of which is there once: rendered messages share most of their lines, so that what is stored and searched is a tenth. A line
 * ends behind its line feed. Thread-safe.
 *
 * <pre>
 * lines       = bytes lines{texts} count length{count} frames size crc    bytes: of all texts; lines: of each; size and crc (4 bytes) of what stands behind the frames
 * tail        = the frames' tail, then a zstd frame of the composition
 * composition = width line{}                                 of all texts, one behind the other; numbers of 2 or 4 bytes, little-endian
 * line        = 0 for the first one that was not met yet, else 1 + its number
 * </pre>
 */
public final class Lines {
    /** Lines in a frame. */
    static final int FRAME = 4_096;
    /** Lines that are shorter on average are not worth the numbers. */
    private static final int SHORT = 16;
    private static final int MAX_TEXTS = 1 << 29;
    private static final int MAX_LINES = MAX_TEXTS / 8;
    private static final int MAX_RATIO = 20_000;
    private final Dictionary lines;
    private final int textBytes;
    /** For each code the place of its first line; then the place behind all. */
    private final int[] firsts;
    /** Null where the lines were cut here. */
    private final byte[] packed;
    private final Composition made;
    /** It must not stay, because there are as many of these as segments. */
    private volatile WeakReference<Composition> lately = new WeakReference<>(null);

    private Lines(Dictionary lines, int textBytes, int[] firsts, byte[] packed, Composition made) {
        this.lines = lines;
        this.textBytes = textBytes;
        this.firsts = firsts;
        this.packed = packed;
        this.made = made;
    }

    /**
     * Which lines the texts consist of.
     *
     * @param starts for each code the place of its first line; then the place behind all
     * @param lines  by place, the number of a line
     */
    public record Composition(int[] starts, int[] lines) {}

    /** The texts of a dictionary as lines; null where that does not make them much fewer bytes. */
    static Lines of(Dictionary dictionary) {
        LineCutter cutter = new LineCutter(dictionary, dictionary.textBytes() / SHORT);
        if (!cutter.cut()) {
            return null;
        }
        return new Lines(cutter.lines(), dictionary.textBytes(), cutter.firsts(), null, cutter.composition());
    }

    static Dictionary strings(byte[] arena, int[] starts) {
        return new Dictionary(kinds(starts.length - 1), arena, starts);
    }

    private static byte[] kinds(int count) {
        byte[] kinds = new byte[count];
        Arrays.fill(kinds, (byte) Kind.STRING.ordinal());
        return kinds;
    }

    /** The distinct lines in the order in which they first occur, as texts. */
    public Dictionary lines() {
        return lines;
    }

    private int size() {
        return firsts.length - 1;
    }

    /** Bytes of all texts. */
    int textBytes() {
        return textBytes;
    }

    /** Which lines each text consists of. */
    public Composition composition() {
        Composition composition = made == null ? lately.get() : made;
        if (composition == null) {
            composition = unpack();
            lately = new WeakReference<>(composition);
        }
        return composition;
    }

    /** The codes of the texts that have one of some lines. */
    public Bitmap having(Bitmap some) {
        Bitmap result = new Bitmap(size());
        if (some.next(0) < 0) {
            return result;
        }
        Composition composition = composition();
        for (int code = 0; code < size(); code++) {
            for (int place = composition.starts[code]; place < composition.starts[code + 1]; place++) {
                if (some.get(composition.lines[place])) {
                    result.set(code);
                    break;
                }
            }
        }
        return result;
    }

    /** The lines of some texts. */
    public Bitmap linesOf(Bitmap codes) {
        Bitmap result = new Bitmap(lines.size());
        Composition composition = composition();
        for (int code = codes.next(0); code >= 0; code = codes.next(code + 1)) {
            for (int place = composition.starts[code]; place < composition.starts[code + 1]; place++) {
                result.set(composition.lines[place]);
            }
        }
        return result;
    }

    /** Bytes of a text. */
    public int length(int code) {
        Composition composition = composition();
        int length = 0;
        for (int place = composition.starts[code]; place < composition.starts[code + 1]; place++) {
            length += lines.start(composition.lines[place] + 1) - lines.start(composition.lines[place]);
        }
        return length;
    }

    /** The bytes of a text. */
    byte[] text(int code) {
        byte[] text = new byte[length(code)];
        copy(code, text, 0);
        return text;
    }

    private int copy(int code, byte[] into, int from) {
        Composition composition = composition();
        int at = from;
        for (int place = composition.starts[code]; place < composition.starts[code + 1]; place++) {
            Dictionary.Text line = lines.text(composition.lines[place]);
            System.arraycopy(line.bytes(), line.from(), into, at, line.to() - line.from());
            at += line.to() - line.from();
        }
        return at;
    }

    /** Where each text begins among all texts, and where the last ends. */
    int[] starts() {
        int[] starts = new int[size() + 1];
        for (int code = 0; code < size(); code++) {
            starts[code + 1] = starts[code] + length(code);
        }
        return starts;
    }

    /** All texts. */
    byte[] all() {
        byte[] all = new byte[textBytes];
        int at = 0;
        for (int code = 0; code < size(); code++) {
            at = copy(code, all, at);
        }
        return all;
    }

    /** Bytes of memory that stay. */
    long memory() {
        return lines.memory() + (packed == null ? 4L * made.lines.length : packed.length);
    }

    /** Writes the head's part and the tail; {@code known} as for {@link FramedTexts}. */
    void put(ByteWriter head, ByteWriter tail, Packing packing, byte[] known) {
        head.putVar(textBytes);
        for (int code = 0; code < size(); code++) {
            head.putVar(firsts[code + 1] - firsts[code]);
        }
        head.putVar(lines.size());
        for (int line = 0; line < lines.size(); line++) {
            head.putVar(lines.start(line + 1) - lines.start(line));
        }
        FramedTexts.put(head, tail, lines, FRAME, packing, known);
        byte[] composed = composed();
        byte[] room = new byte[(int) Zstd.compressBound(composed.length)];
        int length = packing.pack(room, 0, composed, 0, composed.length, null);
        byte[] bytes = Arrays.copyOf(room, length);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        head.putVar(bytes.length);
        head.putInt((int) crc.getValue());
        tail.put(bytes, 0, bytes.length);
    }

    private byte[] composed() {
        int[] places = composition().lines;
        int width = lines.size() < (1 << 16) - 1 ? 2 : 4;
        byte[] bytes = new byte[1 + width * places.length];
        bytes[0] = (byte) width;
        int at = 1;
        int next = 0;
        for (int line : places) {
            at = put(bytes, at, width, line == next ? 0 : line + 1);
            next += line == next ? 1 : 0;
        }
        return bytes;
    }

    private static int put(byte[] bytes, int at, int width, int number) {
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (number >>> 8 * i);
        }
        return at + width;
    }

    /**
     * Reads what {@link #put} wrote; the frames and the composition when they are needed.
     *
     * @param texts how many there are
     */
    static Lines take(ByteCursor in, int texts, byte[] content, int tail, Supplier<byte[]> known) throws SegmentFormatException {
        int textBytes = in.takeCount("bytes of texts", MAX_TEXTS);
        int[] firsts = new int[texts + 1];
        for (int code = 0; code < texts; code++) {
            firsts[code + 1] = firsts[code] + in.takeCount("lines of a text", MAX_LINES - (long) firsts[code]);
        }
        int[] starts = new int[in.takeCount("lines", in.remaining()) + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + in.takeCount("bytes of a line", MAX_TEXTS - (long) starts[i - 1]);
        }
        FramedTexts framed = new FramedTexts(content, tail, starts, FRAME, in, known);
        int size = in.takeCount("bytes of a composition", content.length);
        int checksum = in.takeInt();
        if (framed.end() + (long) size != content.length) {
            throw new SegmentFormatException(content.length - framed.end() + " bytes behind the frames where " + size + " are expected");
        }
        byte[] packed = Arrays.copyOfRange(content, framed.end(), content.length);
        CRC32C crc = new CRC32C();
        crc.update(packed);
        if ((int) crc.getValue() != checksum) {
            throw new SegmentFormatException("the checksum of which text has which lines is wrong");
        }
        return new Lines(new Dictionary(kinds(starts.length - 1), starts, framed), textBytes, firsts, packed, null);
    }

    private Composition unpack() {
        long told = Zstd.getFrameContentSize(packed);
        long wide = told - 1 == 2L * firsts[size()] ? 2 : 4;
        if (told - 1 != wide * firsts[size()] || told / MAX_RATIO > packed.length) {
            throw damaged(told + " bytes");
        }
        byte[] bytes = new byte[(int) told];
        try {
            if (Zstd.decompressByteArray(bytes, 0, bytes.length, packed, 0, packed.length) != bytes.length) {
                throw damaged("it is too short");
            }
        } catch (ZstdException e) {
            throw damaged(e.getMessage());
        }
        if (bytes[0] != wide) {
            throw damaged("numbers of " + bytes[0] + " bytes where " + wide + " are expected");
        }
        return composition(bytes, bytes[0]);
    }

    private Composition composition(byte[] bytes, int width) {
        int[] places = new int[firsts[size()]];
        int next = 0;
        long length = 0;
        for (int place = 0; place < places.length; place++) {
            int number = number(bytes, 1 + place * width, width);
            int line = number == 0 ? next++ : number - 1;
            if (line < 0 || line >= next || line >= lines.size()) {
                throw damaged("line " + Integer.toUnsignedString(line) + " of " + lines.size());
            }
            places[place] = line;
            length += lines.start(line + 1) - lines.start(line);
        }
        if (length != textBytes) {
            throw damaged(length + " bytes of text where " + textBytes + " are expected");
        }
        return new Composition(firsts, places);
    }

    private static int number(byte[] bytes, int at, int width) {
        int low = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
        return width == 2 ? low : low | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }

    private static UncheckedIOException damaged(String what) {
        return new UncheckedIOException(new IOException("The case is damaged: which text has which lines cannot be read (" + what + ")."));
    }
}
