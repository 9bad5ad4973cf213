package dev.spoor.ingest.evtx;

import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.ShapedRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Goes through one chunk after the other and gives its records, damage and, if asked for, what stands behind the last record. Not thread-safe. */
final class ChunkWalk {
    private final Chunk chunk;
    private final RecordBuilder builder;
    private final ShapedReader shapes;
    private final boolean recover;
    private final Deque<Damaged> problems = new ArrayDeque<>();
    private final Map<Chunk.Identity, Long> seen = new HashMap<>();
    private int position;
    private int end;
    private boolean slack;

    ChunkWalk(Chunk chunk, EvtxOptions options) {
        this.chunk = chunk;
        builder = new RecordBuilder(options.limits());
        shapes = new ShapedReader(options.limits());
        recover = options.recover();
    }

    /** Begins with the chunk that was just loaded. */
    void begin() {
        slack = false;
        position = Chunk.HEADER;
        if (chunk.hasMagic()) {
            intactOrNot();
            passOverRepeated();
            return;
        }
        end = Chunk.HEADER;
        if (!chunk.isZero()) {
            problem(0, "no chunk begins here (its magic is missing); " + chunk.limit() + " bytes are left out");
        }
    }

    private void intactOrNot() {
        int claimed = chunk.freeSpace();
        boolean plausible = claimed >= Chunk.HEADER && claimed <= Chunk.SIZE;
        end = plausible ? Math.min(claimed, chunk.limit()) : chunk.limit();
        if (!chunk.headerChecks()) {
            problem(0, "the checksum of the chunk's header is wrong; its records are read");
        }
        if (!plausible) {
            problem(48, "free space at chunk offset " + Integer.toUnsignedString(claimed) + ", outside the chunk; records are read to its end");
        } else if (claimed > chunk.limit()) {
            problem(chunk.limit(), "the file ends within a chunk; " + (claimed - chunk.limit()) + " bytes of records are missing");
        } else if (!chunk.recordsCheck(end)) {
            problem(52, "the checksum of the chunk's records is wrong; what can be read is read");
        }
    }

    /** A chunk that stands in the file twice, as copies of a log in use may have it, gives its records once. */
    private void passOverRepeated() {
        if (!chunk.intact()) {
            return;
        }
        Long before = seen.putIfAbsent(chunk.identity(), chunk.fileOffset());
        if (before != null) {
            problem(0, "this chunk repeats the one at byte " + before + "; its records are given once");
            position = end;
        }
    }

    /**
     * The next result of this chunk, or empty at its end.
     *
     * @param shaped whether a record may come as values of a shape
     */
    Optional<ReadResult> next(boolean shaped) {
        if (!problems.isEmpty()) {
            return Optional.of(problems.remove());
        }
        Optional<ReadResult> result = Optional.empty();
        while (result.isEmpty() && (position < end || toSlack())) {
            result = slack ? recovered(shaped) : inChain(shaped);
        }
        return result;
    }

    private boolean toSlack() {
        if (slack || !recover) {
            return false;
        }
        slack = true;
        end = chunk.limit();
        return position < end;
    }

    private Optional<ReadResult> inChain(boolean shaped) {
        int at = position;
        position = at + length(at, end);
        if (claimCounts(at)) {
            return Optional.of(read(at, false, shaped));
        }
        Damaged broken = new Damaged(wrong(at) + "; " + (position - at) + " bytes up to the next record", chunk.fileOffset() + at);
        if (chunk.hasRecordMagic(at) && read(at, false, shaped) instanceof RawRecord record) {
            problems.add(broken);
            return Optional.of(record);
        }
        return Optional.of(broken);
    }

    /** Whether what a record says about its size is to be believed. */
    private boolean claimCounts(int at) {
        return chunk.closes(at) || chunk.fits(at) && followed(at);
    }

    /** The size of a record; where its own claim is wrong, the way to the next: BinXML says itself where it ends, so the record may be whole. */
    private int length(int at, int to) {
        return claimCounts(at) ? chunk.claimedSize(at) : chunk.nextRecord(at + 1, to) - at;
    }

    private boolean followed(int at) {
        int next = at + chunk.claimedSize(at);
        return next >= end || chunk.hasRecordMagic(next);
    }

    private String wrong(int at) {
        if (!chunk.hasRecordMagic(at)) {
            return "no record begins here";
        }
        return "a record of " + Integer.toUnsignedString(chunk.claimedSize(at)) + " bytes cannot stand here";
    }

    /** What in slack cannot be decoded has been written over and is no damage. */
    private Optional<ReadResult> recovered(boolean shaped) {
        int at = chunk.nextRecord(position, end);
        if (at >= end) {
            position = end;
            return Optional.empty();
        }
        ReadResult result = read(at, true, shaped);
        position = result instanceof RawRecord ? at + chunk.claimedSize(at) : at + 1;
        return result instanceof RawRecord ? Optional.of(result) : Optional.empty();
    }

    /** The record at an offset in the chunk that {@link #begin} was called for, whether it is part of the chain or not. */
    ReadResult at(int offset) {
        if (!chunk.hasRecordMagic(offset)) {
            return new Damaged("no record begins here", chunk.fileOffset() + offset);
        }
        return read(offset, offset >= end, false);
    }

    private ReadResult read(int at, boolean recovered, boolean shaped) {
        int claimed = Math.min(length(at, at < end ? end : chunk.limit()), chunk.limit() - at);
        int size = Math.max(claimed, Chunk.RECORD_HEADER + Chunk.RECORD_TRAILER);
        ShapedRecord record = shaped ? shapes.read(chunk, at, size, recovered) : null;
        if (record != null) {
            return record;
        }
        try {
            return builder.build(chunk, at, size, recovered);
        } catch (DecodeException e) {
            return new Damaged(e.getMessage(), chunk.fileOffset() + at);
        }
    }

    private void problem(int at, String text) {
        problems.add(new Damaged(text, chunk.fileOffset() + at));
    }
}
