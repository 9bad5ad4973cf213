package dev.spoor.ingest.evtx;

import java.util.HashMap;
import java.util.Map;

/**
 * The template definitions of a chunk, compiled at their first use. Those of chunks with a right checksum are kept for all chunks of the file.
 * Not thread-safe.
 */
final class Templates {
    private static final int HEADER = 24;
    /** Definitions that do not overlap need at most one chunk; more is an attack. */
    private static final int MOST_BYTES = 4 * Chunk.SIZE;

    private final EvtxLimits limits;
    private final Compiler compiler;
    private final Map<Template.Key, Template> shared = new HashMap<>();
    private final OffsetTable<Template> ofChunk = new OffsetTable<>();
    private final ByteCursor cursor = new ByteCursor();
    private int compiledBytes;
    private int sharedBytes;

    Templates(EvtxLimits limits) {
        this.limits = limits;
        compiler = new Compiler(limits);
    }

    Compiler compiler() {
        return compiler;
    }

    /** Forgets what belongs to the last chunk. */
    void nextChunk() {
        ofChunk.clear();
        compiledBytes = 0;
    }

    /** The definition at an offset in the chunk. */
    Template at(Chunk chunk, int offset) throws DecodeException {
        Template known = ofChunk.get(offset);
        if (known == null) {
            known = read(chunk, offset);
            ofChunk.put(offset, known);
        }
        return known;
    }

    /** The definition at an offset in the chunk, or null where it was not compiled yet. */
    Template known(Chunk chunk, int offset) throws DecodeException {
        Template known = ofChunk.get(offset);
        if (known == null && chunk.intact()) {
            int body = header(chunk, offset);
            int size = size(chunk, body);
            cursor.over(chunk.bytes(), body, chunk.limit()).take(size);
            known = shared.get(key(chunk, offset, size));
            if (known != null) {
                ofChunk.put(offset, known);
            }
        }
        return known;
    }

    /** Where the definition ends that begins at an offset. */
    int end(Chunk chunk, int offset) throws DecodeException {
        int body = header(chunk, offset);
        return cursor.over(chunk.bytes(), body, chunk.limit()).take(size(chunk, body)) + size(chunk, body);
    }

    private Template read(Chunk chunk, int offset) throws DecodeException {
        int body = header(chunk, offset);
        int size = size(chunk, body);
        cursor.over(chunk.bytes(), body, chunk.limit()).take(size);
        if (!chunk.intact()) {
            return compile(chunk, body, size);
        }
        Template.Key key = key(chunk, offset, size);
        Template known = shared.get(key);
        if (known == null) {
            known = compile(chunk, body, size);
            if (sharedBytes + size <= limits.templates()) {
                sharedBytes += size;
                shared.put(key, known);
            }
        }
        return known;
    }

    private static Template.Key key(Chunk chunk, int offset, int size) {
        return new Template.Key(ByteCursor.i64(chunk.bytes(), offset + 4), ByteCursor.i64(chunk.bytes(), offset + 12), size);
    }

    private Template compile(Chunk chunk, int body, int size) throws DecodeException {
        compiledBytes += size;
        if (compiledBytes > MOST_BYTES) {
            throw new DecodeException("the template definitions of this chunk lie on top of each other");
        }
        return compiler.template(chunk, body, body + size);
    }

    private int header(Chunk chunk, int offset) throws DecodeException {
        if (offset < Chunk.HEADER || offset > chunk.limit() - HEADER) {
            throw new DecodeException("template definition at chunk offset " + Integer.toUnsignedString(offset) + ", outside the records");
        }
        return offset + HEADER;
    }

    private static int size(Chunk chunk, int body) {
        return ByteCursor.i32(chunk.bytes(), body - 4);
    }
}
