package dev.spoor.triage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Names for events and alerts that depend on nothing but the evidence and the rule: the same on every machine and in every run, in whatever order files
 * were loaded.
 *
 * <p>Each is the first 32 hexadecimal digits of a SHA-256 over its parts. A text is hashed as its length in UTF-8 bytes (4 bytes, big-endian) and those
 * bytes, a number as 8 bytes, big-endian; lengths make the borders between parts count.
 * <ul>
 * <li>An event: SHA-256 of its source (as hex text), entry, record number, offset.
 * <li>An alert: rule id, rule version, number of events, the events' identities in ascending order, key.
 * </ul>
 */
public final class AlertIdentity {
    private static final int DIGITS = 32;

    private AlertIdentity() {}

    /**
     * The identity of an event.
     *
     * @param sha256 lower-case hex of the source
     * @param entry  entry of an archive, else empty
     * @param record record number, see {@code dev.spoor.event.Origin}
     * @param offset byte offset, -1 where there is none
     */
    public static String event(String sha256, String entry, long record, long offset) {
        MessageDigest digest = digest();
        add(digest, sha256);
        add(digest, entry);
        add(digest, record);
        add(digest, offset);
        return hex(digest);
    }

    /**
     * The id of an alert.
     *
     * @param events identities of all contributing events, in any order
     * @param key    what tells alerts over the same events apart: by-values, join key, group, window start; empty for a rule on single events
     */
    public static String alert(String ruleId, String ruleVersion, Collection<String> events, String key) {
        MessageDigest digest = digest();
        add(digest, ruleId);
        add(digest, ruleVersion);
        add(digest, events.size());
        events.stream().sorted().forEach(event -> add(digest, event));
        add(digest, key);
        return hex(digest);
    }

    /** A hash over texts in their order, as the names of events and alerts are. */
    static String hash(String... texts) {
        MessageDigest digest = digest();
        for (String text : texts) {
            add(digest, text);
        }
        return hex(digest);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
        digest.update(utf8);
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
