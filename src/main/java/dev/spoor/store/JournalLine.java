package dev.spoor.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A line of the journal.
 *
 * @param sequence counted from 1
 * @param hash     lower-case hex of the chain at this line
 */
public record JournalLine(long sequence, Act act, String hash) {
    /** The hash before the first line. */
    public static final String START = "0".repeat(64);

    /**
     * What was done.
     *
     * @param time    ticks of the wall clock
     * @param actor   the analyst
     * @param action  {@code load}, {@code detect}, {@code decide}, {@code except}, {@code report} ...
     * @param subject id of an alert or a rule, a path, or empty
     * @param detail  in words
     */
    public record Act(long time, String actor, String action, String subject, String detail) {}

    /** The line that follows another. */
    static JournalLine next(long sequence, String previous, Act act) {
        return new JournalLine(sequence, act, hash(sequence, previous, act));
    }

    /** Whether this line's hash is the one that belongs to it behind the previous one. */
    public boolean follows(String previous) {
        return hash.equals(hash(sequence, previous, act));
    }

    /**
     * SHA-256 over: the previous hash (64 ASCII characters), sequence and time (8 bytes each, big-endian), then actor, action, subject and detail, each as its length
     * in bytes (4 bytes, big-endian) and its UTF-8 bytes. Lengths make the fields' borders part of what is hashed.
     */
    private static String hash(long sequence, String previous, Act act) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous.getBytes(StandardCharsets.US_ASCII));
            out.writeLong(sequence);
            out.writeLong(act.time());
            for (String text : new String[] {act.actor(), act.action(), act.subject(), act.detail()}) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
