package dev.spoor.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a part of a file. Does not close the file. Not thread-safe. */
final class RegionStream extends InputStream {
    private final FileChannel channel;
    private final byte[] buffer = new byte[1 << 14];
    private final long end;
    private long read;
    private int at;
    private int filled;

    /**
     * @param from first byte; there is nothing at a negative place
     * @param end  behind the last byte; the file may end before
     */
    RegionStream(FileChannel channel, long from, long end) throws IOException {
        this.channel = channel;
        this.read = from;
        this.end = Math.min(end, channel.size());
    }

    /** Place in the file of the next byte. */
    long position() {
        return read - (filled - at);
    }

    @Override public int read() throws IOException {
        return fill() ? buffer[at++] & 0xFF : -1;
    }

    @Override public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - at);
        System.arraycopy(buffer, at, to, from, count);
        at += count;
        return count;
    }

    @Override public int available() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, end - position()));
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        long room = read < 0 ? 0 : Math.min(buffer.length, end - read);
        int count = room <= 0 ? -1 : channel.read(ByteBuffer.wrap(buffer, 0, (int) room), read);
        if (count <= 0) {
            return false;
        }
        read += count;
        at = 0;
        filled = count;
        return true;
    }
}
