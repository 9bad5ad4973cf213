package dev.spoor.ingest.evtx;

import java.util.HashMap;
import java.util.Map;

/** The names of elements and attributes in a chunk, by their offset. Not thread-safe. */
final class Names {
    private static final int HEADER = 8;
    private static final int TERMINATOR = 2;
    private static final int MOST_CHARACTERS = 1_024;
    private static final int MOST_SHARED = 20_000;

    private final OffsetTable<String> ofChunk = new OffsetTable<>();
    /** One string for equal names of all chunks. */
    private final Map<String, String> shared = new HashMap<>();
    private final Utf16 utf16 = new Utf16();

    /** Forgets what belongs to the last chunk. */
    void nextChunk() {
        ofChunk.clear();
    }

    /** The name at an offset in the chunk. */
    String at(Chunk chunk, int offset) throws DecodeException {
        String known = ofChunk.get(offset);
        if (known == null) {
            int length = length(chunk, offset);
            known = share(utf16.chars(chunk.bytes(), offset + HEADER, (length - HEADER - TERMINATOR) / 2));
            if (!isName(known)) {
                throw new DecodeException("no name at chunk offset " + offset);
            }
            ofChunk.put(offset, known);
        }
        return known;
    }

    /** How many bytes the name takes. */
    int length(Chunk chunk, int offset) throws DecodeException {
        if (offset < 0 || offset > chunk.limit() - HEADER - TERMINATOR) {
            throw new DecodeException("name at chunk offset " + Integer.toUnsignedString(offset) + ", outside the chunk");
        }
        int count = ByteCursor.u16(chunk.bytes(), offset + HEADER - 2);
        int length = HEADER + 2 * count + TERMINATOR;
        if (count > MOST_CHARACTERS || length > chunk.limit() - offset) {
            throw new DecodeException("name of " + count + " characters at chunk offset " + offset);
        }
        return length;
    }

    /** A looser rule than XML's; it is there to notice names that were written over. */
    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.' && c != ':') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private String share(String name) {
        String first = shared.get(name);
        if (first != null) {
            return first;
        }
        if (shared.size() < MOST_SHARED) {
            shared.put(name, name);
        }
        return name;
    }
}
