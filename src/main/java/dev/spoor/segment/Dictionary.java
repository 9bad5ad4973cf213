package dev.spoor.segment;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The distinct values of a column, numbered from 0 in the order in which they first occur. Their texts lie as UTF-8 in one array and are
 * decoded when asked for. Immutable; thread-safe.
 */
public final class Dictionary {
    private static final Kind[] KINDS = Kind.values();
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private final byte[] kinds;
    /** All texts; null while they are in frames only. */
    private volatile byte[] arena;
    private final FramedTexts framed;
    /** Null where the texts are not stored as lines and were not asked for as such. */
    private volatile Lines lines;
    private volatile boolean cut;
    /** Null while the texts are stored as lines and nobody asked where they begin. */
    private volatile int[] starts;
    /** Filled as asked for. Two threads may make the same value twice, which does no harm: values are immutable. */
    private final Value[] values;
    /** Null until asked for; two threads may find the same. */
    private volatile Bitmap beyondAscii;
    private volatile Bitmap foldsToAscii;

    /** The arrays are not copied. */
    Dictionary(byte[] kinds, byte[] arena, int[] starts) {
        this(kinds, arena, starts, null, null);
    }

    /** A dictionary whose texts are unpacked when they are asked for. */
    Dictionary(byte[] kinds, int[] starts, FramedTexts framed) {
        this(kinds, null, starts, framed, null);
    }

    /** A dictionary whose texts are put together from lines when they are asked for. */
    Dictionary(byte[] kinds, Lines lines) {
        this(kinds, null, null, null, lines);
    }

    private Dictionary(byte[] kinds, byte[] arena, int[] starts, FramedTexts framed, Lines lines) {
        this.kinds = kinds;
        this.arena = arena;
        this.framed = framed;
        this.lines = lines;
        this.cut = lines != null || framed != null;
        this.starts = starts;
        this.values = new Value[kinds.length];
    }

    /** How many distinct values there are. */
    public int size() {
        return kinds.length;
    }

    public Kind kind(int code) {
        return KINDS[kinds[code]];
    }

    public Value value(int code) {
        Value value = values[code];
        if (value == null) {
            value = copy(code);
            values[code] = value;
        }
        return value;
    }

    /** The same as {@link #value}, for who asks once: it is not kept. */
    public Value copy(int code) {
        Value value = values[code];
        Text text = value == null ? text(code) : null;
        return value == null ? new Value(kind(code), Utf8.decode(text.bytes, text.from, text.to)) : value;
    }

    /** The texts of all values, one behind the other, as UTF-8 (half surrogate pairs as three bytes each). Must not be changed. */
    public byte[] arena() {
        byte[] all = arena;
        if (all == null) {
            all = framed == null ? lines.all() : framed.all();
            arena = all;
        }
        return all;
    }

    /** Whether the texts are still packed in frames, so that asking for the {@link #arena()} costs much and a search had better go frame by frame. */
    public boolean packed() {
        return arena == null && framed != null;
    }

    /** The texts as lines, where these come again so often that it is better to search each once; else null. */
    public Lines lines() {
        if (!cut) {
            lines = FramedTexts.worth(this) ? Lines.of(this) : null;
            cut = true;
        }
        return lines;
    }

    /** How many frames a packed dictionary has. */
    public int frames() {
        return framed.count();
    }

    /** The runs of bytes that a frame's texts have. */
    public GramFilter filter(int frame) {
        return framed.filter(frame);
    }

    /** The texts of a frame, one behind the other. Must not be changed. */
    public byte[] frame(int frame) {
        return framed.texts(frame);
    }

    /** The first code of a frame; of the frame behind the last: {@link #size()}. */
    public int firstCode(int frame) {
        return framed.firstCode(frame);
    }

    /** For who looks at many frames, one after the other. */
    public FrameReader frameReader() {
        return new FrameReader(framed.new Reader());
    }

    /** Unpacks the frames of a packed dictionary one after the other. Not thread-safe; must be closed. */
    public static final class FrameReader implements AutoCloseable {
        private final FramedTexts.Reader reader;

        private FrameReader(FramedTexts.Reader reader) {
            this.reader = reader;
        }

        /** An array that begins with the texts of a frame, one behind the other. Good until the next frame is asked for; must not be changed. */
        public byte[] texts(int frame) {
            return reader.texts(frame);
        }

        @Override public void close() {
            reader.close();
        }
    }

    /** Where a frame's texts begin in the {@link #arena()}. */
    public int frameStart(int frame) {
        return framed.begin(frame);
    }

    /** The bytes of a value's text; unpacks its frame at most. */
    public Text text(int code) {
        byte[] all = arena;
        if (all != null) {
            return new Text(all, start(code), start(code + 1));
        }
        if (framed == null) {
            byte[] text = lines.text(code);
            return new Text(text, 0, text.length);
        }
        int frame = framed.frame(code);
        int shift = framed.begin(frame);
        return new Text(framed.texts(frame), starts[code] - shift, starts[code + 1] - shift);
    }

    /** A text within bytes, as UTF-8; they must not be changed. */
    public record Text(byte[] bytes, int from, int to) {
        boolean ascii() {
            return Dictionary.ascii(bytes, from, to);
        }

        boolean foldsToAscii() {
            return Dictionary.foldsToAscii(bytes, from, to) >= 0;
        }
    }

    /** Where the text of a value begins in the {@link #arena()}; for the code {@link #size()}: where the last text ends. */
    public int start(int code) {
        return starts()[code];
    }

    /** Bytes of all texts together. */
    public int textBytes() {
        int[] known = starts;
        return known == null ? lines.textBytes() : known[kinds.length];
    }

    /**
     * The code whose text has a byte of the {@link #arena()}.
     *
     * @param place place in the arena, below {@link #textBytes()}
     * @param least a code that is not behind the one sought; 0 if nothing is known
     */
    public int codeAt(int place, int least) {
        int[] starts = starts();
        int step = 1;
        int low = least;
        while (low + step < size() && starts[low + step] <= place) {
            low += step;
            step *= 2;
        }
        int high = Math.min(size(), low + step);
        while (low + 1 < high) {
            int middle = low + high >>> 1;
            if (starts[middle] <= place) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the text of a value has only ASCII characters. */
    public boolean ascii(int code) {
        return !beyondAscii().get(code);
    }

    /** The codes of the values whose texts have characters beyond ASCII. Must not be changed. */
    public Bitmap beyondAscii() {
        Bitmap found = beyondAscii;
        if (found == null) {
            found = findBeyondAscii();
            beyondAscii = found;
        }
        return found;
    }

    /** The codes of the values that have a long s (U+017F) or a Kelvin sign (U+212A), which alone are ASCII letters without regard to case. Must not be changed. */
    public Bitmap foldsToAscii() {
        Bitmap found = foldsToAscii;
        if (found == null) {
            found = findFoldsToAscii();
            foldsToAscii = found;
        }
        return found;
    }

    /** About how many bytes of memory it takes. */
    long memory() {
        long texts = framed != null ? framed.memory() / 2 : arena == null ? lines.memory() : textBytes();
        return texts + 16L * kinds.length;
    }

    byte[] kinds() {
        return kinds;
    }

    int[] starts() {
        int[] known = starts;
        if (known == null) {
            known = lines.starts();
            starts = known;
        }
        return known;
    }

    private Bitmap findBeyondAscii() {
        if (arena == null && framed == null) {
            return lines.having(lines.lines().beyondAscii());
        }
        Bitmap result = new Bitmap(kinds.length);
        boolean none = framed == null && ascii(arena, 0, textBytes());
        for (int code = 0; !none && code < kinds.length; code++) {
            boolean skipped = framed != null && framed.ascii(framed.frame(code));
            if (skipped) {
                code = framed.firstCode(framed.frame(code) + 1) - 1;
            } else if (!text(code).ascii()) {
                result.set(code);
            }
        }
        return result;
    }

    private Bitmap findFoldsToAscii() {
        if (arena == null && framed == null) {
            return lines.having(lines.lines().foldsToAscii());
        }
        Bitmap result = new Bitmap(kinds.length);
        if (framed == null) {
            int code = 0;
            for (int at = foldsToAscii(arena, 0, textBytes()); at >= 0; at = foldsToAscii(arena, at + 1, textBytes())) {
                code = codeAt(at, code);
                result.set(code);
            }
            return result;
        }
        for (int code = 0; code < kinds.length; code++) {
            if (framed.keepsFromAscii(framed.frame(code))) {
                code = framed.firstCode(framed.frame(code) + 1) - 1;
            } else if (text(code).foldsToAscii()) {
                result.set(code);
            }
        }
        return result;
    }

    static boolean ascii(byte[] bytes, int from, int to) {
        long words = 0;
        int i = from;
        for (; i + 32 <= to; i += 32) {
            words |= (long) WORDS.get(bytes, i) | (long) WORDS.get(bytes, i + 8) | (long) WORDS.get(bytes, i + 16) | (long) WORDS.get(bytes, i + 24);
        }
        int rest = 0;
        for (; i < to; i++) {
            rest |= bytes[i];
        }
        return (words & HIGH_BITS) == 0 && rest >= 0;
    }

    /** The first place of a long s (U+017F), a Kelvin sign (U+212A) or something near it; -1 for none. */
    static int foldsToAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i + 1 < to) {
            if (i + Long.BYTES <= to && ((long) WORDS.get(bytes, i) & HIGH_BITS) == 0) {
                i += Long.BYTES;
                continue;
            }
            int end = Math.min(to - 1, i + Long.BYTES);
            for (; i < end; i++) {
                boolean longS = bytes[i] == (byte) 0xC5 && bytes[i + 1] == (byte) 0xBF;
                if (longS || bytes[i] == (byte) 0xE2 && bytes[i + 1] == (byte) 0x84) {
                    return i;
                }
            }
        }
        return -1;
    }
}
