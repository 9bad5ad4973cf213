package dev.spoor.ingest;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A window on the bytes of a text file. It begins where the record being read begins, grows with it, and sees ASCII characters in whatever encoding the file has.
 * Distances count bytes from its beginning. Not thread-safe.
 */
public final class TextWindow implements Closeable {
    /** Stands for the end of the file. */
    public static final int END = -1;
    /** Stands for a character of UTF-16 that is not ASCII; of UTF-8 the bytes stand for themselves, all of them 128 or more. */
    public static final int OTHER = 0x80;
    private static final int HEAD = 1 << 16;

    private final InputStream in;
    private final TextEncoding encoding;
    private byte[] bytes = new byte[2 * HEAD];
    private int start;
    private int end;
    private long offset;
    private boolean ended;

    private TextWindow(InputStream in, TextEncoding encoding, long offset) {
        this.in = in;
        this.encoding = encoding;
        this.offset = offset;
    }

    private TextWindow(InputStream in) throws IOException {
        this.in = in;
        while (end < HEAD && more()) {
            continue;
        }
        encoding = TextEncoding.of(Arrays.copyOf(bytes, Math.min(end, HEAD)));
        forget(encoding.mark());
    }

    /** A window on a file, behind its byte order mark. */
    public static TextWindow open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean opened = false;
        try {
            TextWindow window = new TextWindow(in);
            opened = true;
            return window;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    /** A window on a file of known encoding, from a byte offset on. */
    public static TextWindow open(Path file, TextEncoding encoding, long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        boolean opened = false;
        try {
            TextWindow window = new TextWindow(Channels.newInputStream(channel.position(offset)), encoding, offset);
            opened = true;
            return window;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    /** A window on the beginning of a file. */
    public static TextWindow of(byte[] head) throws IOException {
        return new TextWindow(new ByteArrayInputStream(head));
    }

    public TextEncoding encoding() {
        return encoding;
    }

    /** Bytes of an ASCII character. */
    public int width() {
        return encoding.width();
    }

    /** Byte offset in the file of the window's beginning. */
    public long offset() {
        return offset;
    }

    /** The character at a distance: its number if it is ASCII, {@link #OTHER} or more, or {@link #END}. */
    public int at(int distance) throws IOException {
        while (start + distance + encoding.width() > end) {
            if (!more()) {
                return END;
            }
        }
        int place = start + distance;
        if (encoding.width() == 1) {
            return bytes[place] & 0xFF;
        }
        return bytes[place + 1 - encoding.low()] == 0 && bytes[place + encoding.low()] >= 0 ? bytes[place + encoding.low()] : OTHER;
    }

    /** Distance of the first line feed (or carriage return, where lines end so) from a distance on, of the end of the file, or of the limit. */
    public int lineEnd(int from, int limit, boolean carriage) throws IOException {
        int mark = carriage ? '\r' : '\n';
        int distance = from;
        for (int c = at(distance); c != END && c != mark && distance < limit; c = at(distance)) {
            distance += encoding.width();
        }
        return distance;
    }

    /** How to decode what lies between two distances. */
    public Charset charset(int from, int to) {
        return encoding.charset(bytes, start + from, start + to);
    }

    /** The text between two distances that were looked at. */
    public String text(int from, int to, Charset charset) {
        return new String(bytes, start + from, Math.max(0, to - from), charset);
    }

    /** Moves the beginning of the window on; what lies before it is gone. */
    public void forget(int distance) {
        int gone = Math.min(distance, end - start);
        start += gone;
        offset += gone;
    }

    /** The text of bytes that {@link #forget} has just passed; asked before anything else is. */
    public String passed(int length, Charset charset) {
        return new String(bytes, start - length, length, charset);
    }

    /** Moves the beginning behind the next line end, however far that is; returns how many bytes were passed over. */
    public long skipLine(boolean carriage) throws IOException {
        long before = offset;
        while (true) {
            int distance = lineEnd(0, HEAD, carriage);
            int c = at(distance);
            forget(distance + (c == (carriage ? '\r' : '\n') ? encoding.width() : 0));
            if (c == END) {
                forget(end - start);
            }
            if (c == END || c == (carriage ? '\r' : '\n')) {
                return offset - before;
            }
        }
    }

    private boolean more() throws IOException {
        if (ended) {
            return false;
        }
        if (end == bytes.length) {
            int kept = end - start;
            byte[] to = start >= bytes.length / 2 ? bytes : new byte[(int) Math.min(Integer.MAX_VALUE - 16L, bytes.length * 2L)];
            System.arraycopy(bytes, start, to, 0, kept);
            bytes = to;
            start = 0;
            end = kept;
        }
        int read = in.read(bytes, end, bytes.length - end);
        ended = read < 0;
        end += Math.max(0, read);
        return !ended;
    }

    @Override public void close() throws IOException {
        in.close();
    }
}
