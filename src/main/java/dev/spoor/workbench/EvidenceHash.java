package dev.spoor.workbench;

import dev.spoor.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of evidence. */
final class EvidenceHash {
    private EvidenceHash() {}

    /** Lower-case hex of a file's bytes. */
    static String of(Path file, Job job) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 18];
        long size = Files.size(file);
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                job.check();
                digest.update(buffer, 0, read);
                done += read;
                job.report("Hashing " + file.getFileName(), done, size);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
