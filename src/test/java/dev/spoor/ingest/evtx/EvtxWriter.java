package dev.spoor.ingest.evtx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes binary event logs as Windows does: templates with values, names shared within a chunk, checksums. Not thread-safe. */
public final class EvtxWriter {
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private ChunkWriter chunk = new ChunkWriter();
    private long records;
    private long inChunk;
    private int chunkCount;

    /** The log that holds some events. */
    public static byte[] log(List<EventDescription> events) {
        EvtxWriter writer = new EvtxWriter();
        events.forEach(writer::add);
        return writer.finish();
    }

    /** Adds an event. */
    public void add(EventDescription event) {
        add(event.recordId(), Datum.fileTime(event.time()), to -> EventTemplates.write(event, to));
    }

    /**
     * Adds a record of any content.
     *
     * @param id       the record id of the record header
     * @param fileTime its time
     */
    public void add(long id, long fileTime, Consumer<BinXmlWriter> content) {
        if (!chunk.record(id, fileTime, content)) {
            endChunk();
            if (!chunk.record(id, fileTime, content)) {
                throw new IllegalArgumentException("record " + id + " is longer than a chunk");
            }
        }
        records++;
        inChunk++;
    }

    /** Begins a new chunk. */
    public void endChunk() {
        if (!chunk.isEmpty()) {
            chunks.writeBytes(chunk.finish(records - inChunk + 1, (int) inChunk));
            chunk = new ChunkWriter();
            inChunk = 0;
            chunkCount++;
        }
    }

    /** The whole file. */
    public byte[] finish() {
        endChunk();
        byte[] header = new byte[FileHeader.BLOCK];
        ByteBuffer to = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        to.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII)).putLong(0).putLong(Math.max(0, chunkCount - 1)).putLong(records + 1);
        to.putInt(128).putShort((short) 1).putShort((short) 3).putShort((short) FileHeader.BLOCK).putShort((short) chunkCount);
        to.putInt(124, ChunkWriter.crc(header, 0, 120, 0, 0));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header);
        all.writeBytes(chunks.toByteArray());
        return all.toByteArray();
    }
}
