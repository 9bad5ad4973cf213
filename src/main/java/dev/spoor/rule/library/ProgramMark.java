package dev.spoor.rule.library;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Tells one build of the program from another: by the size of its archive and the checksum of the archive's directory, in which the checksums of all classes and tables stand, and with the manifest
 * the names of all libraries.
 */
final class ProgramMark {
    /** APPNOTE.TXT 4.3.16, end of central directory record: signature, its length without comment, where it has size and place of the directory. */
    private static final int SIGNATURE = 0x06054B50;
    private static final int RECORD = 22;
    private static final int SIZE_AT = 12;
    private static final int MOST = 16 << 20;

    private ProgramMark() {}

    /** The mark; empty where the program does not run from an archive. */
    static Optional<String> find() {
        CodeSource source = ProgramMark.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path archive = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(archive) ? of(archive) : Optional.empty();
        } catch (URISyntaxException | IOException e) {
            return Optional.empty(); // then nothing is kept, and everything is read again
        }
    }

    /** The mark of an archive without a comment. */
    static Optional<String> of(Path archive) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(archive)) {
            ByteBuffer end = read(channel, channel.size() - RECORD, RECORD);
            if (end.limit() < RECORD || end.getInt(0) != SIGNATURE) {
                return Optional.empty();
            }
            long size = Integer.toUnsignedLong(end.getInt(SIZE_AT));
            long place = Integer.toUnsignedLong(end.getInt(SIZE_AT + Integer.BYTES));
            if (size > MOST || place + size > channel.size()) {
                return Optional.empty();
            }
            CRC32 sum = new CRC32();
            sum.update(read(channel, place, (int) size));
            return Optional.of(channel.size() + "-" + Long.toHexString(sum.getValue()));
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(Math.max(0, from));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // goes on until all is there
        }
        return bytes.flip();
    }
}
