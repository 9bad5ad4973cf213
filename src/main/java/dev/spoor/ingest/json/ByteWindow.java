package dev.spoor.ingest.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A window on a stream of bytes that keeps the record being framed and grows with it up to a limit. Not thread-safe. */
final class ByteWindow implements Closeable {
    private final InputStream in;
    private byte[] bytes = new byte[1 << 17];
    private int start;
    private int end;
    private long startOffset;
    private boolean ended;

    ByteWindow(InputStream in, long offset) {
        this.in = in;
        this.startOffset = offset;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Place of the first kept byte. */
    int start() {
        return start;
    }

    /** Place behind the last byte read. */
    int end() {
        return end;
    }

    /** Byte offset in the stream of a place. */
    long offset(int place) {
        return startOffset + (place - start);
    }

    /** Lets go of everything before a place. */
    void keepFrom(int place) {
        startOffset += place - start;
        start = place;
    }

    /**
     * Reads more bytes behind the end; kept bytes may move, and places with them: {@link #start()} tells where they are now.
     *
     * @return whether there were more
     */
    boolean more() throws IOException {
        if (ended) {
            return false;
        }
        if (end == bytes.length) {
            if (start > bytes.length / 2) {
                System.arraycopy(bytes, start, bytes, 0, end - start);
            } else {
                byte[] larger = new byte[(int) Math.min(Integer.MAX_VALUE - 16L, bytes.length * 2L)];
                System.arraycopy(bytes, start, larger, 0, end - start);
                bytes = larger;
            }
            end -= start;
            start = 0;
        }
        int read = in.read(bytes, end, bytes.length - end);
        if (read < 0) {
            ended = true;
            return false;
        }
        end += read;
        return true;
    }

    /** Whether the stream was read to its end. */
    boolean ended() {
        return ended;
    }

    /** A copy of the bytes between two places. */
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    @Override public void close() throws IOException {
        in.close();
    }
}
