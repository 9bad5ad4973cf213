package dev.spoor.ingest.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Names whose encoding the format leaves open. */
final class EntryText {
    private static final Charset DOS = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private EntryText() {}

    /** UTF-8 where the bytes are that. */
    static String of(byte[] bytes, Charset otherwise) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, otherwise);
        }
    }

    /** A name in a zip: UTF-8, or the code page of the first PCs. */
    static String dos(byte[] bytes) {
        return of(bytes, DOS);
    }
}
