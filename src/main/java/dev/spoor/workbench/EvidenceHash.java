package dev.spoor.workbench;

import dev.spoor.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * What a file's bytes were when they were taken into evidence.
 *
 * @param sha256   SHA-256, lower-case hex
 * @param size     bytes
 * @param checksum CRC-32C, by which a change while the file was read is found at a small part of the cost of another SHA-256
 */
record EvidenceHash(String sha256, long size, long checksum) {
    /** That of an entry of a container, which is not read again. */
    static EvidenceHash unpacked(String sha256, long size) {
        return new EvidenceHash(sha256, size, 0);
    }

    /** SHA-256 of a file's bytes, lower-case hex. */
    static String of(Path file, Job job) throws IOException {
        return take(file, job).sha256;
    }

    /** Reads a file. */
    static EvidenceHash take(Path file, Job job) throws IOException {
        MessageDigest digest = digest();
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[1 << 18];
        long size = Files.size(file);
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                job.check();
                digest.update(buffer, 0, read);
                checksum.update(buffer, 0, read);
                done += read;
                job.report("Hashing " + file.getFileName(), done, size);
            }
        }
        return new EvidenceHash(HexFormat.of().formatHex(digest.digest()), done, checksum.getValue());
    }

    /** Whether a file still has the same bytes. */
    boolean stands(Path file) throws IOException {
        CRC32C now = new CRC32C();
        byte[] buffer = new byte[1 << 18];
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                now.update(buffer, 0, read);
                done += read;
            }
        }
        return done == size && now.getValue() == checksum;
    }

    /**
     * Whether a file still has the same bytes.
     *
     * @param read CRC-32C of the bytes that a reader found in it; where it is empty the file is read again
     */
    boolean stands(Path file, OptionalLong read) throws IOException {
        return read.isEmpty() ? stands(file) : read.getAsLong() == checksum && Files.size(file) == size;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
