package dev.spoor.ingest.archive;

import dev.spoor.ingest.IngestException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Opens containers. Stateless and thread-safe. */
public final class Archives {
    private static final int HEAD = 512;
    private static final int GZIP_NAME = 8;
    private static final int GZIP_EXTRA = 4;
    private static final List<String> SUFFIXES = List.of(".gz", ".gzip", ".bz2", ".xz", ".zst", ".zstd");

    private Archives() {}

    /**
     * Opens a container to be walked once.
     *
     * @param name      the file's name for messages, and to name the entry of a compressed file that does not tell it
     * @param budget    shared by all containers of one given file
     * @param passwords asked when something is encrypted
     * @throws IngestException if nothing can be read of it; the message is the rest of a sentence that begins with its name
     */
    public static ArchiveReader open(Path file, ContainerFormat format, String name, ArchiveBudget budget, PasswordSource passwords) throws IngestException {
        try {
            if (format == ContainerFormat.SEVEN_ZIP) {
                return SevenZipReader.open(file, name, budget, passwords);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            boolean opened = false;
            try {
                ArchiveReader reader = open(channel, format, name, budget, passwords);
                opened = true;
                return reader;
            } finally {
                if (!opened) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new IngestException("cannot be unpacked: " + Guarded.reason(e), e);
        }
    }

    private static ArchiveReader open(FileChannel channel, ContainerFormat format, String name, ArchiveBudget budget, PasswordSource passwords) throws IOException {
        if (format == ContainerFormat.ZIP) {
            return new ZipReader(channel, name, budget, passwords);
        }
        RegionStream packed = new RegionStream(channel, 0, Long.MAX_VALUE);
        if (format == ContainerFormat.TAR) {
            return new TarReader(format.word(), channel, packed, new BufferedInputStream(packed), budget);
        }
        String inner = format == ContainerFormat.GZIP ? gzipName(channel, name) : withoutSuffix(name);
        BufferedInputStream unpacked = Unpacked.of(format, packed, budget.limits());
        return ContainerFormat.tar(peek(unpacked)) ? new TarReader("tar." + format.word(), channel, packed, unpacked, budget)
                : new SingleReader(format, channel, packed, unpacked, inner, budget);
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = new byte[0];
        try {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            // Damaged near its beginning: what could be read is the content, and reading that says so again.
            head = new byte[0];
        }
        in.reset();
        return head;
    }

    /** The name in the header of a gzip file (RFC 1952), else that of the file without its suffix. */
    private static String gzipName(FileChannel channel, String name) throws IOException {
        byte[] head = new RegionStream(channel, 0, 1 << 16).readNBytes(1 << 16);
        int at = 10;
        if (head.length > at + 2 && (head[3] & GZIP_EXTRA) != 0) {
            at += 2 + (head[10] & 0xFF) + (head[11] & 0xFF) * 256;
        }
        if (head.length < 10 || (head[3] & GZIP_NAME) == 0) {
            return withoutSuffix(name);
        }
        int end = at;
        while (end < head.length && head[end] != 0) {
            end++;
        }
        return end >= head.length || end == at ? withoutSuffix(name) : EntryText.of(Arrays.copyOfRange(head, at, end), StandardCharsets.ISO_8859_1);
    }

    private static String withoutSuffix(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().filter(suffix -> lower.endsWith(suffix) && name.length() > suffix.length()).findFirst()
                .map(suffix -> name.substring(0, name.length() - suffix.length())).orElse(name);
    }
}
