package dev.spoor.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Optional;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.FileHeader;

/** Opens encrypted entries of one zip (classic and AES) with zip4j, and keeps the password that fitted until the zip has been read. Not thread-safe. */
final class ZipKeys {
    private static final int DESCRIPTOR = 24;
    private final FileChannel channel;
    private final String archive;
    private final PasswordSource passwords;
    private Optional<char[]> password = Optional.empty();
    private boolean given;
    private int attempts;

    ZipKeys(FileChannel channel, String archive, PasswordSource passwords) {
        this.channel = channel;
        this.archive = archive;
        this.passwords = passwords;
    }

    /** Whether a password was tried. */
    boolean tried() {
        return attempts > 1;
    }

    /** The content, or empty if no password fits. */
    Optional<InputStream> open(ZipMember member, long data) throws IOException {
        long end = member.packed() < 0 ? channel.size() : data + member.packed() + DESCRIPTOR;
        while (password.isPresent() || ask()) {
            ZipInputStream in = new ZipInputStream(new RegionStream(channel, member.header(), end), password.get());
            try {
                if (Guarded.run(() -> in.getNextEntry(header(member), false)) != null) {
                    return Optional.of(in);
                }
                throw new IOException("its header cannot be read");
            } catch (ZipException e) {
                if (e.getType() != ZipException.Type.WRONG_PASSWORD) {
                    throw e;
                }
                password = Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean ask() {
        if (!given) {
            password = passwords.next(archive, attempts++);
            given = password.isEmpty();
        }
        return password.isPresent();
    }

    /** What the directory knows better than the header before the data; null where there is only that. */
    private static FileHeader header(ZipMember member) {
        if (member.packed() < 0) {
            return null;
        }
        FileHeader header = new FileHeader();
        header.setCrc(member.crc());
        header.setCompressedSize(member.packed());
        header.setUncompressedSize(member.size());
        return header;
    }
}
