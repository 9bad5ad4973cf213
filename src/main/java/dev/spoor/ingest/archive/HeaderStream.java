package dev.spoor.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Counts the bytes of a tar and lets only so many be taken for the headers of one entry, because names in them may be as long as an attacker likes. Not thread-safe. */
final class HeaderStream extends FilterInputStream {
    private static final long ANY = Long.MAX_VALUE;
    private final int most;
    private long position;
    private long left = ANY;

    HeaderStream(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    /** How many bytes were read. */
    long position() {
        return position;
    }

    /** Headers follow. */
    void header() {
        left = most;
    }

    /** Content follows. */
    void content() {
        left = ANY;
    }

    @Override public int read() throws IOException {
        check();
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override public int read(byte[] to, int from, int length) throws IOException {
        check();
        int read = in.read(to, from, (int) Math.min(length, left));
        count(Math.max(0, read));
        return read;
    }

    @Override public long skip(long length) throws IOException {
        check();
        long skipped = in.skip(Math.min(length, left));
        count(skipped);
        return skipped;
    }

    private void check() throws IOException {
        if (left <= 0) {
            throw new ArchiveLimitException(String.format(Locale.ROOT, "its headers are longer than the limit of %,d bytes", most));
        }
    }

    private void count(long bytes) {
        position += bytes;
        left -= left == ANY ? 0 : bytes;
    }
}
