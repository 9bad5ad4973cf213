package dev.spoor.ingest.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** The bytes that were compressed, member after member where there are several. A failure is repeated at each further reading. Not thread-safe. */
final class Unpacked extends FilterInputStream {
    private static final int PIECE = 1 << 16;
    private IOException failure;

    private Unpacked(InputStream in) {
        super(in);
    }

    /** Begins to unpack. */
    static BufferedInputStream of(ContainerFormat format, InputStream packed, ArchiveLimits limits) throws IOException {
        InputStream in = Guarded.run(() -> switch (format) {
            case GZIP -> new Gunzip(packed);
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
            case XZ -> new XZInputStream(packed, limits.memoryKiB());
            case ZSTD -> new ZstdInputStreamNoFinalizer(packed);
            case ZIP, SEVEN_ZIP, TAR -> throw new IllegalArgumentException(format + " is no compressed file");
        });
        return new BufferedInputStream(new Unpacked(in), PIECE);
    }

    @Override public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override public int read(byte[] to, int from, int length) throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
        try {
            return Guarded.run(() -> in.read(to, from, length));
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** None that is known of: whoever asks must not go on to read into a failure, and lose what came before it. */
    @Override public int available() {
        return 0;
    }

    /** Gzip as the JDK reads it, which stops without a word where something else follows the last member. */
    private static final class Gunzip extends GZIPInputStream {
        private static final int TRAILER = 8;

        Gunzip(InputStream packed) throws IOException {
            super(packed, PIECE);
        }

        @Override public int read(byte[] to, int from, int length) throws IOException {
            int count = super.read(to, from, length);
            if (count < 0 && (inf.getRemaining() > TRAILER || in.available() > 0)) {
                throw new IOException("bytes that are no gzip follow behind its end");
            }
            return count;
        }
    }
}
