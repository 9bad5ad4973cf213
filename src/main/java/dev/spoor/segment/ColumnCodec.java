package dev.spoor.segment;

import dev.spoor.event.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Columns as bytes. Equal columns give equal bytes. In the {@link Envelope}:
 *
 * <pre>
 * content  = envelope | 'F' length(4) envelope{length} tail     the tail: frames of texts, see {@link FramedTexts}
 *          | 'R' likeness envelope                              resembles the column of another field
 *          | 'T' count likeness{count} length(4) envelope{length} tail     the texts in frames resemble them, one behind the other
 * likeness = letters view length path{length}                   of the other field, see {@link Likeness}
 * column   = events slots presence shapes dictionary codes     numbers are of variable length
 * presence = ""                       every event holds something (slots = events)
 *          | gap{slots}               events that hold nothing before each that does
 * shapes   = 0                        no event has a list
 *          | 1 flags length{lists}    a bit for each slot, least significant first; how long each list is
 * codes    = 0                        the values are those of the dictionary, in its order
 *          | 1                        all are the first of the dictionary
 *          | width plane{width}       width 2..5: the lowest bytes of all codes, then the next higher, (width - 1 planes)
 * dictionary: see {@link DictionaryCodec}
 * </pre>
 */
public final class ColumnCodec {
    private static final int FORM = 1;
    /** First byte where frames follow; an envelope begins with its version, which is another number. */
    private static final int FRAMED = 0x46;
    /** First byte where a column resembles another. */
    private static final int RESEMBLING = 0x52;
    /** First byte where frames follow that resemble another column. */
    private static final int RESEMBLING_FRAMES = 0x54;
    private static final int LONGEST_PATH = 1 << 16;
    private static final int IN_ORDER = 0;
    private static final int ALL_FIRST = 1;
    /** More values than this are always written out, so that what a reader allocates is bounded by what it reads. */
    private static final int MAX_OMITTED = 1 << 20;

    private ColumnCodec() {}

    /** The bytes of a column. */
    public static byte[] encode(Column column) {
        ByteWriter tail = new ByteWriter();
        try (Packing packing = new Packing()) {
            return seal(payload(column, tail, packing, null), tail, packing);
        }
    }

    /**
     * Writes a column; what it has of frames, to the tail.
     *
     * @param known what the reader of frames knows, or null
     */
    static ByteWriter payload(Column column, ByteWriter tail, Packing packing, byte[] known) {
        ByteWriter out = new ByteWriter(64 + (FramedTexts.worth(column.dictionary()) ? 0 : column.dictionary().textBytes()) + 2 * column.codes().length + 2 * column.distinct());
        int slots = column.occupied().cardinality();
        out.putVar(column.events());
        out.putVar(slots);
        if (slots < column.events()) {
            putPresence(out, column.occupied());
        }
        putShapes(out, column.shapes(), slots);
        DictionaryCodec.put(out, tail, column.dictionary(), packing, known);
        putCodes(out, column.codes(), column.distinct());
        return out;
    }

    /** The bytes of a column that was written. */
    static byte[] seal(ByteWriter payload, ByteWriter tail, Packing packing) {
        byte[] head = Envelope.seal(FORM, payload, packing);
        if (tail.size() == 0) {
            return head;
        }
        ByteWriter whole = new ByteWriter(head.length + tail.size() + 5);
        whole.put(FRAMED);
        return withTail(whole, head, tail);
    }

    /** The bytes of a column in frames that were written with others known. */
    static byte[] seal(ByteWriter payload, ByteWriter tail, Packing packing, List<Likeness> likenesses) {
        byte[] head = Envelope.seal(FORM, payload, packing);
        ByteWriter whole = new ByteWriter(head.length + tail.size() + 128);
        whole.put(RESEMBLING_FRAMES);
        whole.put(likenesses.size());
        likenesses.forEach(likeness -> put(whole, likeness));
        return withTail(whole, head, tail);
    }

    /**
     * The bytes of a column that resembles another one, without frames; null where that does not make them fewer.
     *
     * @param known what the likeness knows of the other column
     */
    static byte[] seal(ByteWriter payload, Packing packing, Likeness likeness, byte[] known) {
        byte[] sealed = Envelope.seal(FORM, payload, packing, known);
        if (sealed == null) {
            return null;
        }
        ByteWriter out = new ByteWriter(sealed.length + 128);
        out.put(RESEMBLING);
        put(out, likeness);
        out.put(sealed, 0, sealed.length);
        return out.toBytes();
    }

    private static void put(ByteWriter out, Likeness likeness) {
        out.put(likeness.letters().ordinal());
        out.put(likeness.field().view().ordinal());
        byte[] path = Utf8.encode(likeness.field().path());
        out.putVar(path.length);
        out.put(path, 0, path.length);
    }

    private static byte[] withTail(ByteWriter whole, byte[] head, ByteWriter tail) {
        whole.putInt(head.length);
        whole.put(head, 0, head.length);
        whole.put(tail.bytes(), 0, tail.size());
        return whole.toBytes();
    }

    /**
     * The column of bytes.
     *
     * @param events how many events the segment has
     * @throws SegmentFormatException if the bytes are no column of so many events
     */
    public static Column decode(byte[] bytes, int events) throws SegmentFormatException {
        return decode(bytes, events, field -> {
            throw new SegmentFormatException("it resembles " + field.path() + ", which is not at hand");
        });
    }

    /** Finds the bytes of the columns beside one. */
    @FunctionalInterface
    public interface Neighbours {
        /**
         * The bytes of the column of a field of the same segment.
         *
         * @throws SegmentFormatException if there are none
         */
        byte[] bytes(Field field) throws SegmentFormatException;
    }

    /**
     * The column of bytes.
     *
     * @param events     how many events the segment has
     * @param neighbours asked for at most one column, which this one resembles
     * @throws SegmentFormatException if the bytes are no column of so many events
     */
    public static Column decode(byte[] bytes, int events, Neighbours neighbours) throws SegmentFormatException {
        ByteCursor outer = new ByteCursor(bytes);
        int first = bytes.length > 0 ? bytes[0] : 0;
        int tail = bytes.length;
        Supplier<byte[]> known = () -> null;
        ByteCursor in;
        if (first == FRAMED || first == RESEMBLING_FRAMES) {
            outer.take();
            if (first == RESEMBLING_FRAMES) {
                List<Likeness> likenesses = new ArrayList<>();
                for (int left = outer.take(); left > 0; left--) {
                    likenesses.add(takeLikeness(outer));
                }
                known = () -> known(likenesses, neighbours);
            }
            int length = outer.takeInt();
            in = Envelope.open(FORM, outer.take(length));
            tail = bytes.length - outer.remaining();
        } else if (first == RESEMBLING) {
            outer.take();
            Likeness likeness = takeLikeness(outer);
            in = Envelope.open(FORM, outer.take(outer.remaining()), likeness.known(payload(likeness, neighbours)));
        } else {
            in = Envelope.open(FORM, bytes);
        }
        long found = in.takeVar();
        if (found != events) {
            throw new SegmentFormatException("a column of " + found + " events in a segment of " + events);
        }
        int slots = in.takeCount("events with values", events);
        Bitmap occupied = slots == events ? Bitmap.all(events) : takePresence(in, events, slots);
        ListShapes shapes = takeShapes(in, slots);
        Dictionary dictionary = DictionaryCodec.take(in, bytes, tail, known);
        int[] codes = takeCodes(in, shapes.start(slots), dictionary.size());
        in.end();
        return new Column(dictionary, occupied, codes, shapes);
    }

    private static Likeness takeLikeness(ByteCursor in) throws SegmentFormatException {
        return Likeness.of(in.take(), in.take(), in.take(in.takeCount("bytes of a name", LONGEST_PATH)));
    }

    private static byte[] payload(Likeness likeness, Neighbours neighbours) throws SegmentFormatException {
        return Envelope.open(FORM, neighbours.bytes(likeness.field())).rest();
    }

    private static byte[] known(List<Likeness> likenesses, Neighbours neighbours) {
        ByteWriter known = new ByteWriter();
        try {
            for (Likeness likeness : likenesses) {
                byte[] one = likeness.known(payload(likeness, neighbours));
                known.put(one, 0, one.length);
            }
        } catch (SegmentFormatException e) {
            throw new UncheckedIOException(new IOException("The case is damaged: a column that texts resemble cannot be read (" + e.getMessage() + ").", e));
        }
        return known.toBytes();
    }

    private static void putPresence(ByteWriter out, Bitmap occupied) {
        int next = 0;
        for (int event = occupied.next(0); event >= 0; event = occupied.next(event + 1)) {
            out.putVar(event - next);
            next = event + 1;
        }
    }

    private static Bitmap takePresence(ByteCursor in, int events, int slots) throws SegmentFormatException {
        Bitmap occupied = new Bitmap(events);
        int next = 0;
        for (int i = 0; i < slots; i++) {
            int event = next + in.takeCount("events without a value", events - 1L - next);
            occupied.set(event);
            next = event + 1;
        }
        return occupied;
    }

    private static void putShapes(ByteWriter out, ListShapes shapes, int slots) {
        if (shapes.lists() == null) {
            out.put(0);
            return;
        }
        out.put(1);
        for (int i = 0; i < slots; i += 8) {
            int bits = 0;
            for (int j = i; j < Math.min(slots, i + 8); j++) {
                bits |= shapes.list(j) ? 1 << j - i : 0;
            }
            out.put(bits);
        }
        for (int i = 0; i < slots; i++) {
            if (shapes.list(i)) {
                out.putVar(shapes.count(i));
            }
        }
    }

    private static ListShapes takeShapes(ByteCursor in, int slots) throws SegmentFormatException {
        int shape = in.take();
        if (shape == 0) {
            return ListShapes.SINGLE;
        }
        if (shape != 1) {
            throw new SegmentFormatException("shape " + shape + " where 0 or 1 is known");
        }
        byte[] flags = in.take(slots + 7 >> 3);
        Bitmap lists = new Bitmap(slots);
        int[] starts = new int[slots + 1];
        for (int i = 0; i < slots; i++) {
            int count = 1;
            if ((flags[i >> 3] >> (i & 7) & 1) != 0) {
                lists.set(i);
                count = in.takeCount("values in a list", Integer.MAX_VALUE - 8L - starts[i]);
            }
            if (count == 0 || count > Integer.MAX_VALUE - 8 - starts[i]) {
                throw new SegmentFormatException("a list of " + count + " values");
            }
            starts[i + 1] = starts[i] + count;
        }
        return new ListShapes(starts, lists);
    }

    private static void putCodes(ByteWriter out, int[] codes, int distinct) {
        if (codes.length == distinct && inOrder(codes)) {
            out.put(IN_ORDER);
        } else if (distinct == 1 && codes.length <= MAX_OMITTED) {
            out.put(ALL_FIRST);
        } else {
            int planes = distinct <= 1 << 8 ? 1 : distinct <= 1 << 16 ? 2 : distinct <= 1 << 24 ? 3 : 4;
            out.put(planes + 1);
            byte[] plane = new byte[codes.length];
            for (int shift = 0; shift < planes * 8; shift += 8) {
                for (int i = 0; i < codes.length; i++) {
                    plane[i] = (byte) (codes[i] >>> shift);
                }
                out.put(plane, 0, plane.length);
            }
        }
    }

    private static int[] takeCodes(ByteCursor in, int count, int distinct) throws SegmentFormatException {
        int form = in.take();
        boolean omitted = form == IN_ORDER && count == distinct || form == ALL_FIRST && distinct > 0 && count <= MAX_OMITTED;
        if (!omitted && (form < 2 || form > 5)) {
            throw new SegmentFormatException("codes of form " + form + " for " + count + " values of " + distinct + " distinct ones");
        }
        if (!omitted && (long) count * (form - 1) > in.remaining()) {
            throw new SegmentFormatException(count + " codes in " + in.remaining() + " bytes");
        }
        int[] codes = new int[count];
        if (form == IN_ORDER) {
            Arrays.setAll(codes, i -> i);
        } else if (form != ALL_FIRST) {
            takePlanes(in, codes, form - 1, distinct);
        }
        return codes;
    }

    private static void takePlanes(ByteCursor in, int[] codes, int planes, int distinct) throws SegmentFormatException {
        for (int shift = 0; shift < planes * 8; shift += 8) {
            byte[] plane = in.take(codes.length);
            for (int i = 0; i < codes.length; i++) {
                codes[i] |= (plane[i] & 0xFF) << shift;
            }
        }
        for (int code : codes) {
            if (code < 0 || code >= distinct) {
                throw new SegmentFormatException("code " + Integer.toUnsignedString(code) + " of " + distinct + " distinct values");
            }
        }
    }

    private static boolean inOrder(int[] codes) {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] != i) {
                return false;
            }
        }
        return true;
    }
}
