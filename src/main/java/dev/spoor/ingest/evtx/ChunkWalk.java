package dev.spoor.ingest.evtx;

import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.WindowsRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Goes through one chunk after the other and gives its records, damage and, if asked for, what stands behind the last record. Not thread-safe. */
final class ChunkWalk {
    private final Chunk chunk;
    private final RecordBuilder builder;
    private final boolean recover;
    private final Deque<Damaged> problems = new ArrayDeque<>();
    private int position;
    private int end;
    private boolean slack;

    ChunkWalk(Chunk chunk, EvtxOptions options) {
        this.chunk = chunk;
        builder = new RecordBuilder(options.limits());
        recover = options.recover();
    }

    /** Begins with the chunk that was just loaded. */
    void begin() {
        slack = false;
        position = Chunk.HEADER;
        if (chunk.hasMagic()) {
            intactOrNot();
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

    /** The next result of this chunk, or empty at its end. */
    Optional<ReadResult> next() {
        if (!problems.isEmpty()) {
            return Optional.of(problems.remove());
        }
        Optional<ReadResult> result = Optional.empty();
        while (result.isEmpty() && (position < end || toSlack())) {
            result = slack ? recovered() : inChain();
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

    private Optional<ReadResult> inChain() {
        int at = position;
        if (chunk.closes(at) || chunk.fits(at) && followed(at)) {
            position = at + chunk.claimedSize(at);
            return Optional.of(read(at, chunk.claimedSize(at)));
        }
        position = chunk.nextRecord(at + 1, end);
        Damaged broken = new Damaged(wrong(at) + "; " + (position - at) + " bytes up to the next record", chunk.fileOffset() + at);
        return Optional.of(chunk.hasRecordMagic(at) ? unclosed(at, broken) : broken);
    }

    /** A record of a wrong size may still be whole, since BinXML says itself where it ends. */
    private ReadResult unclosed(int at, Damaged broken) {
        int size = Math.min(position, chunk.limit()) - at;
        if (size > Chunk.RECORD_HEADER + Chunk.RECORD_TRAILER && read(at, size) instanceof WindowsRecord record) {
            problems.add(broken);
            return record;
        }
        return broken;
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
    private Optional<ReadResult> recovered() {
        int at = chunk.nextRecord(position, end);
        if (at >= end) {
            position = end;
            return Optional.empty();
        }
        try {
            Optional<ReadResult> record = Optional.of(builder.build(chunk, at, chunk.claimedSize(at), true));
            position = at + chunk.claimedSize(at);
            return record;
        } catch (DecodeException e) {
            position = at + 1;
            return Optional.empty();
        }
    }

    /** The record at an offset in the chunk, whether it is part of the chain or not. */
    ReadResult at(int offset) {
        if (!chunk.fits(offset)) {
            return new Damaged("no record begins here", chunk.fileOffset() + offset);
        }
        return read(offset, chunk.claimedSize(offset));
    }

    private ReadResult read(int at, int size) {
        try {
            return builder.build(chunk, at, size, false);
        } catch (DecodeException e) {
            return new Damaged(e.getMessage(), chunk.fileOffset() + at);
        }
    }

    private void problem(int at, String text) {
        problems.add(new Damaged(text, chunk.fileOffset() + at));
    }
}
