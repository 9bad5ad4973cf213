package dev.spoor.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The records of some hundred neighbouring events as one compressed piece. A part that several records need is kept once.
 *
 * <pre>
 * content = zstd frame of { part }
 * places  = { length place }        for each event
 * length  = 0 for the part of the event before, else the part's bytes and 1
 * </pre>
 *
 * Numbers are little-endian groups of seven bits, as in LEB128.
 *
 * @param events how many events it is for
 * @param size   bytes when unpacked
 * @param sha256 of the unpacked bytes, lower-case hex
 */
record RawFrame(int events, int size, String sha256, byte[] places, byte[] content) {
    /** So many events close a frame, at the next part. */
    private static final int EVENTS = 512;
    /** So many bytes do as well. */
    private static final int BYTES = 1 << 20;
    /** No frame has more: the longest record, and what may stand before it. */
    private static final int MOST = 1 << 27;
    private static final int LEVEL = 3;

    /** The records of neighbouring events in frames. */
    static List<RawFrame> of(List<EmbeddedRecord> records) {
        List<RawFrame> frames = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < records.size(); i++) {
            boolean shared = i > from && records.get(i).bytes() == records.get(i - 1).bytes();
            if (!shared && (i - from >= EVENTS || i > from && bytes + records.get(i).bytes().length > BYTES)) {
                frames.add(packed(records.subList(from, i)));
                from = i;
                bytes = 0;
            }
            bytes += shared ? 0 : records.get(i).bytes().length;
        }
        if (from < records.size()) {
            frames.add(packed(records.subList(from, records.size())));
        }
        return frames;
    }

    private static RawFrame packed(List<EmbeddedRecord> records) {
        ByteArrayOutputStream places = new ByteArrayOutputStream();
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        byte[] before = null;
        for (EmbeddedRecord record : records) {
            boolean shared = record.bytes() == before;
            put(places, shared ? 0 : record.bytes().length + 1);
            put(places, record.place());
            if (!shared) {
                parts.writeBytes(record.bytes());
            }
            before = record.bytes();
        }
        byte[] all = parts.toByteArray();
        return new RawFrame(records.size(), all.length, sha256(all), places.toByteArray(), Zstd.compress(all, LEVEL));
    }

    private static void put(ByteArrayOutputStream out, int number) {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            out.write(rest | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /**
     * The record of an event.
     *
     * @param all   as {@link #unpacked} gave it
     * @param index of the event in the frame
     * @throws DamagedFrame if the frame is not what was stored
     */
    EmbeddedRecord record(byte[] all, int index) throws DamagedFrame {
        ByteBuffer in = ByteBuffer.wrap(places);
        int begin = 0;
        int end = 0;
        int place = 0;
        try {
            for (int i = 0; i <= index; i++) {
                int length = take(in);
                begin = length == 0 ? begin : end;
                end = length == 0 ? end : Math.addExact(end, length - 1);
                place = take(in);
            }
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new DamagedFrame("the places of its records cannot be read", e);
        }
        if (begin < 0 || end < begin || end > all.length || place < 0 || place > end - begin) {
            throw new DamagedFrame("a record lies outside of it", null);
        }
        return new EmbeddedRecord(Arrays.copyOfRange(all, begin, end), place);
    }

    /** Its bytes, checked against their hash. */
    byte[] unpacked() throws DamagedFrame {
        if (size < 0 || size > MOST || Zstd.getFrameContentSize(content) != size) {
            throw new DamagedFrame("its length is wrong", null);
        }
        byte[] all = new byte[size];
        try {
            if (Zstd.decompressByteArray(all, 0, size, content, 0, content.length) != size) {
                throw new DamagedFrame("its length is wrong", null);
            }
        } catch (ZstdException e) {
            throw new DamagedFrame("it cannot be unpacked: " + e.getMessage(), e);
        }
        if (!sha256(all).equals(sha256)) {
            throw new DamagedFrame("its SHA-256 is another one than when it was stored", null);
        }
        return all;
    }

    private static int take(ByteBuffer in) {
        int number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int b = in.get();
            number |= (b & 0x7F) << shift;
            if (b >= 0) {
                return number;
            }
        }
        throw new ArithmeticException("a number of more than five bytes");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** A frame that is not what was stored. */
    static final class DamagedFrame extends Exception {
        DamagedFrame(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
