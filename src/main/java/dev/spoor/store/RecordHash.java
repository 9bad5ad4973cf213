package dev.spoor.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts whose borders count: a text is hashed as its length in UTF-8 bytes (4 bytes, big-endian) and those bytes, a number as 8 bytes. Not thread-safe. */
public final class RecordHash {
    private final MessageDigest digest;

    /** Nothing as yet. */
    public RecordHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds texts. */
    public RecordHash add(String... texts) {
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            digest.update(utf8);
        }
        return this;
    }

    /** Adds texts and how many they are. */
    public RecordHash add(Iterable<String> texts) {
        long count = 0;
        for (String text : texts) {
            add(text);
            count++;
        }
        return add(count);
    }

    /** Adds a number. */
    public RecordHash add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    /** Lower-case hex of everything; ends the use of this object. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of one text's UTF-8 bytes alone, as {@code rule.sha256} is. */
    static String ofText(String text) {
        return HexFormat.of().formatHex(new RecordHash().digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
