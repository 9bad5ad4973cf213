package dev.spoor.ingest.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** Writes one chunk: records one after the other, names and templates shared through the tables of its header. Not thread-safe. */
final class ChunkWriter {
    private static final int NAMES = 128;
    private static final int TEMPLATES = 384;

    /** Longer than a chunk, so that a record that does not fit is seen after it was written. */
    final ByteBuffer out = ByteBuffer.allocate(8 * Chunk.SIZE).order(ByteOrder.LITTLE_ENDIAN).position(Chunk.HEADER);
    private Map<String, Integer> names = new HashMap<>();
    private Map<String, Integer> templates = new HashMap<>();
    private long firstId = -1;
    private long lastId;
    private int lastRecord;

    /**
     * Writes a record.
     *
     * @return false if it does not fit; nothing was written then
     */
    boolean record(long id, long fileTime, Consumer<BinXmlWriter> content) {
        int start = out.position();
        byte[] header = Arrays.copyOf(out.array(), Chunk.HEADER);
        Map<String, Integer> namesBefore = new HashMap<>(names);
        Map<String, Integer> templatesBefore = new HashMap<>(templates);
        out.putInt(0x2A2A).putInt(0).putLong(id).putLong(fileTime);
        content.accept(new BinXmlWriter(this));
        int size = (out.position() - start + 4 + 7) / 8 * 8;
        if (start + size > Chunk.SIZE) {
            names = namesBefore;
            templates = templatesBefore;
            Arrays.fill(out.array(), start, out.position(), (byte) 0);
            System.arraycopy(header, 0, out.array(), 0, Chunk.HEADER);
            out.position(start);
            return false;
        }
        out.putInt(start + 4, size).putInt(start + size - 4, size).position(start + size);
        firstId = firstId < 0 ? id : firstId;
        lastId = id;
        lastRecord = start;
        return true;
    }

    boolean isEmpty() {
        return firstId < 0;
    }

    /** Writes the offset of a name, and the name itself where it is used first. */
    void name(String name) {
        Integer known = names.get(name);
        if (known != null) {
            out.putInt(known);
            return;
        }
        int hash = 0;
        for (char c : name.toCharArray()) {
            hash = hash * 65_599 + c;
        }
        int bucket = NAMES + 4 * (hash & 63);
        int at = out.position() + 4;
        out.putInt(at).putInt(out.getInt(bucket)).putShort((short) hash).putShort((short) name.length());
        name.chars().forEach(c -> out.putChar((char) c));
        out.putShort((short) 0).putInt(bucket, at);
        names.put(name, at);
    }

    /** Writes the offset of a template definition, and the definition itself where it is used first. */
    void template(String key, byte[] guid, Consumer<BinXmlWriter> body) {
        int id = ByteBuffer.wrap(guid).order(ByteOrder.LITTLE_ENDIAN).getInt();
        out.putInt(id);
        Integer known = templates.get(key);
        if (known != null) {
            out.putInt(known);
            return;
        }
        int bucket = TEMPLATES + 4 * (id & 31);
        int at = out.position() + 4;
        out.putInt(at).putInt(out.getInt(bucket)).put(guid).putInt(0).putInt(bucket, at);
        templates.put(key, at);
        body.accept(new BinXmlWriter(this));
        out.putInt(at + 20, out.position() - at - 24);
    }

    /** The finished chunk. */
    byte[] finish(long firstNumber, int count) {
        int free = out.position();
        byte[] bytes = Arrays.copyOf(out.array(), Chunk.SIZE);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
        header.putLong(firstNumber).putLong(firstNumber + count - 1).putLong(firstId).putLong(lastId);
        header.putInt(128).putInt(lastRecord).putInt(free);
        header.putInt(52, crc(bytes, Chunk.HEADER, free, 0, 0)).putInt(124, crc(bytes, 0, 120, 128, Chunk.HEADER));
        return bytes;
    }

    static int crc(byte[] bytes, int from, int to, int thenFrom, int thenTo) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        crc.update(bytes, thenFrom, thenTo - thenFrom);
        return (int) crc.getValue();
    }
}
