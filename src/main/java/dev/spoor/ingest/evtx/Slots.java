package dev.spoor.ingest.evtx;

import dev.spoor.ingest.IngestException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/** Reads a file from its beginning in pieces of any size. Not thread-safe. */
final class Slots implements Closeable {
    private final ReadableByteChannel channel;
    private byte[] ahead = {};
    private int aheadFrom;
    private long position;

    Slots(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** How many bytes were given. */
    long position() {
        return position;
    }

    /** Fills a piece and answers how many bytes there were; fewer than its length at the end of the file only. */
    int fill(byte[] piece) throws IngestException {
        ByteBuffer to = ByteBuffer.wrap(piece);
        int held = Math.min(piece.length, ahead.length - aheadFrom);
        to.put(ahead, aheadFrom, held);
        aheadFrom += held;
        try {
            while (to.hasRemaining() && channel.read(to) >= 0) {
                // a channel may give less than was asked for
            }
        } catch (IOException e) {
            throw new IngestException("the file cannot be read on at byte " + (position + to.position()) + ": " + e.getMessage(), e);
        }
        position += to.position();
        return to.position();
    }

    /** Takes the bytes of the first piece back from an offset on, so that they are given again. */
    void back(byte[] first, int from, int length) {
        ahead = Arrays.copyOfRange(first, Math.min(from, length), length);
        aheadFrom = 0;
        position -= ahead.length;
    }

    @Override public void close() throws IOException {
        channel.close();
    }
}
