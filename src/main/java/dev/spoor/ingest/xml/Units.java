package dev.spoor.ingest.xml;

import dev.spoor.ingest.IngestException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/** A window on the bytes of a file, seen as ASCII characters; what lies before {@link #keepFrom} is forgotten. Not thread-safe. */
final class Units implements Closeable {
    private static final int PIECE = 1 << 16;
    static final int END = -1;
    /** Stands for a character that is not ASCII. */
    static final int OTHER = 0x80;

    private final ReadableByteChannel channel;
    private byte[] bytes = new byte[2 * PIECE];
    private long base;
    private int filled;
    private boolean atEnd;
    private final Encoding encoding;

    /** Reads a file from its beginning and finds out its encoding. */
    Units(ReadableByteChannel channel) throws IngestException {
        this.channel = channel;
        fill();
        encoding = Encoding.of(Arrays.copyOf(bytes, filled));
    }

    /** Reads on in a file of known encoding whose channel stands at an offset. */
    Units(ReadableByteChannel channel, Encoding encoding, long offset) {
        this.channel = channel;
        this.encoding = encoding;
        base = offset;
    }

    Encoding encoding() {
        return encoding;
    }

    /** How many bytes were read. */
    long read() {
        return base + filled;
    }

    /** The character that begins at a byte offset: its number if it is ASCII, {@link #OTHER}, or {@link #END}. */
    int at(long offset) throws IngestException {
        while (offset + encoding.width() > base + filled) {
            if (atEnd) {
                return END;
            }
            fill();
        }
        int place = (int) (offset - base);
        if (encoding.width() == 1) {
            return bytes[place] & 0xFF;
        }
        return bytes[place + 1 - encoding.low()] == 0 ? bytes[place + encoding.low()] & 0xFF : OTHER;
    }

    /** Says that nothing before an offset is needed any more. */
    void keepFrom(long offset) {
        int gone = (int) Math.min(filled, offset - base);
        if (gone >= PIECE) {
            System.arraycopy(bytes, gone, bytes, 0, filled - gone);
            filled -= gone;
            base += gone;
        }
    }

    /** The text of a range that is still there. */
    String text(long from, long to) {
        return new String(bytes, (int) (from - base), (int) (to - from), encoding.charset());
    }

    private void fill() throws IngestException {
        if (bytes.length - filled < PIECE) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        ByteBuffer to = ByteBuffer.wrap(bytes, filled, PIECE);
        try {
            while (to.hasRemaining() && !atEnd) {
                atEnd = channel.read(to) < 0;
            }
        } catch (IOException e) {
            throw new IngestException("the file cannot be read on at byte " + (base + to.position()) + ": " + e.getMessage(), e);
        }
        filled = to.position();
    }

    @Override public void close() throws IOException {
        channel.close();
    }
}
