package dev.spoor.ingest.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the data of an entry that is not encrypted, and compares length and checksum at its end. */
final class ZipContent extends InputStream {
    private static final int LZMA_HEADER = 4;
    private static final int LZMA_PROPERTIES = 5;
    private final InputStream in;
    private final Optional<Inflater> inflater;
    private final ZipMember member;
    private final CRC32 crc = new CRC32();
    private long length;

    private ZipContent(InputStream in, Optional<Inflater> inflater, ZipMember member) {
        this.in = in;
        this.inflater = inflater;
        this.member = member;
    }

    /** The content, or empty if the method is not known. */
    static Optional<InputStream> of(ZipMember member, RegionStream data, ArchiveLimits limits) throws IOException {
        return switch (member.method()) {
            case 0 -> Optional.of(new ZipContent(data, Optional.empty(), member));
            case 8 -> Optional.of(inflated(member, data));
            case 9 -> Optional.of(new ZipContent(new Deflate64CompressorInputStream(data), Optional.empty(), member));
            case 12 -> Optional.of(new ZipContent(Guarded.run(() -> new BZip2CompressorInputStream(data)), Optional.empty(), member));
            case 14 -> Optional.of(new ZipContent(lzma(member, data, limits), Optional.empty(), member));
            case 93 -> Optional.of(new ZipContent(Guarded.run(() -> new ZstdInputStreamNoFinalizer(data)), Optional.empty(), member));
            case 95 -> Optional.of(new ZipContent(Guarded.run(() -> new XZInputStream(data, limits.memoryKiB())), Optional.empty(), member));
            default -> Optional.empty();
        };
    }

    private static InputStream inflated(ZipMember member, RegionStream data) {
        Inflater inflater = new Inflater(true);
        InputStream padded = new SequenceInputStream(data, new ByteArrayInputStream(new byte[1]));
        return new ZipContent(new InflaterInputStream(padded, inflater, 1 << 14), Optional.of(inflater), member);
    }

    private static InputStream lzma(ZipMember member, RegionStream data, ArchiveLimits limits) throws IOException {
        byte[] head = data.readNBytes(LZMA_HEADER + LZMA_PROPERTIES);
        if (head.length < LZMA_HEADER + LZMA_PROPERTIES || head[2] != LZMA_PROPERTIES || head[3] != 0) {
            throw new IOException("its LZMA header is damaged");
        }
        int dictionary = head[5] & 0xFF | (head[6] & 0xFF) << 8 | (head[7] & 0xFF) << 16 | (head[8] & 0xFF) << 24;
        if (dictionary < 0 || dictionary >>> 10 > limits.memoryKiB()) {
            throw new ArchiveLimitException("its dictionary of " + Integer.toUnsignedString(dictionary) + " bytes is larger than the limit of " + limits.memoryKiB() + " KiB");
        }
        return Guarded.run(() -> new LZMAInputStream(data, (member.flags() & 2) != 0 ? -1 : member.size(), head[LZMA_HEADER], dictionary));
    }

    /** How many bytes of the data were used; -1 if only their end tells. */
    long used() {
        return inflater.map(Inflater::getBytesRead).orElse(-1L);
    }

    @Override public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override public int read(byte[] to, int from, int count) throws IOException {
        int read = in.read(to, from, count);
        if (read > 0) {
            crc.update(to, from, read);
            length += read;
        } else if (read < 0) {
            check();
        }
        return read;
    }

    private void check() throws IOException {
        boolean told = member.size() >= 0;
        if (told && length != member.size()) {
            throw new IOException("it has " + length + " bytes, the archive says " + member.size());
        }
        if (told && crc.getValue() != member.crc()) {
            throw new IOException(String.format(java.util.Locale.ROOT, "its checksum is %08x, the archive says %08x", crc.getValue(), member.crc()));
        }
    }

    /** Frees what unpacking took. How much was used is no longer known then. */
    @Override public void close() throws IOException {
        try (in) {
            inflater.ifPresent(Inflater::end);
        }
    }
}
