package dev.spoor.ingest.evtx;

import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a binary Windows event log chunk by chunk, every chunk slot up to the end of the file whatever the header says. Memory does not grow with the
 * file. Not thread-safe.
 */
public final class EvtxReader implements LogReader {
    /** How many first bytes of a file {@link #recognises} wants to see. */
    public static final int HEAD = FileHeader.BLOCK + 8;

    private final Slots slots;
    private final Chunk chunk;
    private final ChunkWalk walk;
    private Optional<ReadResult> headerProblem;
    private boolean atEnd;
    private boolean record;

    private EvtxReader(Slots slots, FileHeader header, EvtxOptions options) {
        this.slots = slots;
        chunk = new Chunk(options.limits());
        walk = new ChunkWalk(chunk, options);
        headerProblem = header.problem().map(problem -> new Damaged(problem, 0));
    }

    /**
     * Opens a file.
     *
     * @throws IngestException if it cannot be read or is too short to be a log; a damaged header is no reason
     */
    public static EvtxReader open(Path file, EvtxOptions options) throws IngestException {
        try {
            return open(FileChannel.open(file, StandardOpenOption.READ), options);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Reads from a channel, for example an entry of an archive. Closing the reader closes it; so does failing to open. */
    public static EvtxReader open(ReadableByteChannel channel, EvtxOptions options) throws IngestException {
        Slots slots = new Slots(channel);
        boolean opened = false;
        try {
            byte[] head = new byte[Chunk.SIZE];
            int length = slots.fill(head);
            if (length < FileHeader.SIZE) {
                throw new IngestException("the file has " + length + " bytes; an event log begins with a header of " + FileHeader.BLOCK);
            }
            FileHeader header = FileHeader.of(head);
            slots.back(head, header.blockSize(), length);
            opened = true;
            return new EvtxReader(slots, header, options);
        } finally {
            if (!opened) {
                close(slots);
            }
        }
    }

    /** Whether a file that begins like this is an event log: by the magic of the file, or that of a chunk where the header is lost. */
    public static boolean recognises(byte[] head) {
        return FileHeader.magic(head) || Chunk.magic(head, 0) || Chunk.magic(head, FileHeader.BLOCK);
    }

    /**
     * Reads one record again.
     *
     * @param offset byte offset in the file, as a record gave it
     * @return the record, or what is wrong with it
     * @throws IngestException if the file cannot be read
     */
    public static ReadResult readAt(Path file, long offset) throws IngestException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] head = new byte[FileHeader.SIZE];
            fill(channel, head, 0);
            long first = FileHeader.of(head).blockSize();
            if (offset < first || offset >= channel.size()) {
                return new Damaged("no record begins here", offset);
            }
            long begin = first + (offset - first) / Chunk.SIZE * Chunk.SIZE;
            Chunk chunk = new Chunk(EvtxLimits.DEFAULT);
            chunk.loaded(fill(channel, chunk.bytes(), begin), begin);
            ChunkWalk walk = new ChunkWalk(chunk, EvtxOptions.DEFAULT);
            walk.begin();
            return walk.at((int) (offset - begin));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override public Optional<ReadResult> next() throws IngestException {
        return next(false);
    }

    @Override public Optional<ReadResult> nextShaped() throws IngestException {
        return next(true);
    }

    private Optional<ReadResult> next(boolean shaped) throws IngestException {
        record = false;
        if (headerProblem.isPresent()) {
            Optional<ReadResult> problem = headerProblem;
            headerProblem = Optional.empty();
            return problem;
        }
        Optional<ReadResult> result = walk.next(shaped);
        while (result.isEmpty() && !atEnd) {
            load();
            result = walk.next(shaped);
        }
        record = result.isPresent() && result.get() instanceof RawRecord;
        return result;
    }

    /**
     * Reads one record again from the chunk that it stands in, on which its names and templates depend.
     *
     * @param bytes the chunk, as {@link #raw} gave it
     * @param begin byte offset of the chunk in the file
     * @param place distance of the record from there
     * @return the record, or what is wrong with it
     */
    public static ReadResult readIn(byte[] bytes, long begin, int place) {
        Chunk chunk = new Chunk(EvtxLimits.DEFAULT);
        int length = Math.min(bytes.length, Chunk.SIZE);
        System.arraycopy(bytes, 0, chunk.bytes(), 0, length);
        chunk.loaded(length, begin);
        ChunkWalk walk = new ChunkWalk(chunk, EvtxOptions.DEFAULT);
        walk.begin();
        return place < 0 || place >= length ? new Damaged("no record begins here", begin + place) : walk.at(place);
    }

    @Override public long rawOffset() {
        return record ? chunk.fileOffset() : -1;
    }

    /** The chunk. */
    @Override public byte[] raw() {
        return Arrays.copyOf(chunk.bytes(), chunk.limit());
    }

    @Override public long position() {
        return slots.position();
    }

    @Override public void close() throws IOException {
        slots.close();
    }

    private void load() throws IngestException {
        long begin = slots.position();
        int length = slots.fill(chunk.bytes());
        atEnd = length < Chunk.SIZE;
        chunk.loaded(length, begin);
        walk.begin();
    }

    private static int fill(FileChannel channel, byte[] piece, long from) throws IOException {
        ByteBuffer to = ByteBuffer.wrap(piece);
        int read = 0;
        while (to.hasRemaining() && read >= 0) {
            read = channel.read(to, from + to.position());
        }
        return to.position();
    }

    private static void close(Slots slots) throws IngestException {
        try {
            slots.close();
        } catch (IOException e) {
            throw new IngestException("the file cannot be closed: " + e.getMessage(), e);
        }
    }

    private static IngestException unreadable(Path file, IOException cause) {
        return new IngestException(file + " cannot be read: " + cause.getMessage(), cause);
    }
}
