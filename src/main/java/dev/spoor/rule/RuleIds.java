package dev.spoor.rule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids of rules that have none: a name-based UUID, version 5 (SHA-1, RFC 9562) in the RFC's name space for URLs, of the text
 * {@code spoor:rule:<origin>:<name>} in UTF-8, with the origin's word and the name as the rule states it. Anybody can compute it again.
 */
public final class RuleIds {
    private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private RuleIds() {}

    /** The id of a rule without one. */
    public static String derived(RuleOrigin origin, String name) {
        byte[] text = ("spoor:rule:" + origin.word() + ":" + name).getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(16 + text.length).putLong(URL_NAMESPACE.getMostSignificantBits()).putLong(URL_NAMESPACE.getLeastSignificantBits());
        ByteBuffer hash = ByteBuffer.wrap(sha1().digest(all.put(text).array()));
        long most = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
        long least = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
