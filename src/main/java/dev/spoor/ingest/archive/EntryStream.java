package dev.spoor.ingest.archive;

import java.io.IOException;
import java.io.InputStream;

/** The content of an entry: counted, and with whatever a decoder stumbles over as an {@code IOException}. Remembers that it failed. Not thread-safe. */
final class EntryStream extends InputStream {
    private final InputStream in;
    private final Meter meter;
    private boolean failed;

    EntryStream(InputStream in, Meter meter) {
        this.in = in;
        this.meter = meter;
    }

    /** Whether reading it failed. */
    boolean failed() {
        return failed;
    }

    @Override public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override public int read(byte[] to, int from, int length) throws IOException {
        boolean good = false;
        try {
            int count = Guarded.run(() -> in.read(to, from, length));
            if (count > 0) {
                meter.unpacked(count);
            }
            good = true;
            return count;
        } finally {
            failed |= !good;
        }
    }

    @Override public void close() throws IOException {
        Guarded.run(() -> {
            in.close();
            return null;
        });
    }

    /** Reads what is left, so that the next entry is found. */
    void drain() throws IOException {
        byte[] buffer = new byte[1 << 14];
        int count = 0;
        while (count >= 0) {
            count = read(buffer, 0, buffer.length);
        }
    }
}
