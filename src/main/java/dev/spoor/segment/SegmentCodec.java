package dev.spoor.segment;

import dev.spoor.event.Field;
import dev.spoor.segment.Likeness.Letters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a segment as bytes, each as {@link ColumnCodec} reads it. A column of some size that resembles a bigger one is stored by its difference to that one;
 * which one that is shows from a few of its values (the same segment always gives the same bytes).
 */
public final class SegmentCodec {
    /** Fewer bytes are not worth it. */
    private static final int WORTH = 2_048;
    /** More bytes are not taken as known: whoever reads the other column must unpack them. */
    private static final int MOST_KNOWN = 1 << 20;
    /** Fewer bytes of text are not worth being known to frames. */
    private static final int WORTH_KNOWING = 8_192;
    private static final int KNOWN_TO_FRAMES = 2;
    private final List<Sample> roots = new ArrayList<>();

    private final Packing packing;

    private SegmentCodec(Packing packing) {
        this.packing = packing;
    }

    /** The bytes of all columns, in the order of the segment's fields. Fields that share a column share their bytes. */
    public static List<byte[]> encode(Segment segment) {
        try (Packing packing = new Packing()) {
            return new SegmentCodec(packing).all(segment);
        }
    }

    private List<byte[]> all(Segment segment) {
        Map<Column, byte[]> encoded = new IdentityHashMap<>();
        List<Sample> worth = new ArrayList<>();
        Map<Column, Field> framed = new IdentityHashMap<>();
        for (Field field : segment.fields()) {
            Column column = segment.column(field).orElseThrow();
            if (encoded.containsKey(column)) {
                continue;
            }
            encoded.put(column, null);
            if (FramedTexts.worth(column.dictionary())) {
                framed.put(column, field);
                continue;
            }
            ByteWriter tail = new ByteWriter(0);
            ByteWriter payload = ColumnCodec.payload(column, tail, packing, null);
            if (payload.size() < WORTH || payload.size() > MOST_KNOWN) {
                encoded.put(column, ColumnCodec.seal(payload, tail, packing));
            } else {
                worth.add(new Sample(field, column, payload));
            }
        }
        // The one with most text comes first, because it is more likely that others hold parts of it.
        worth.sort(Comparator.comparingInt((Sample sample) -> -sample.textBytes()).thenComparing(Sample::field));
        for (Sample sample : worth) {
            encoded.put(sample.column(), encode(sample));
        }
        framed.forEach((column, field) -> encoded.put(column, encodeFramed(column)));
        return segment.fields().stream().map(field -> encoded.get(segment.column(field).orElseThrow())).toList();
    }

    private byte[] encode(Sample sample) {
        Sample best = null;
        Letters letters = Letters.AS_THEY_ARE;
        int most = sample.payload().size() / 4;
        for (Sample root : roots) {
            boolean texts = sample.mayHold(root);
            for (Letters way : Letters.values()) {
                int alike = sample.alike(root, way, texts);
                if (alike > most) {
                    most = alike;
                    best = root;
                    letters = way;
                }
            }
        }
        byte[] sealed = best == null ? null : ColumnCodec.seal(sample.payload(), packing, best.likeness(letters), best.known(letters));
        if (sealed != null) {
            return sealed;
        }
        roots.add(sample);
        return ColumnCodec.seal(sample.payload(), new ByteWriter(0), packing);
    }

    /** Of the columns whose values stand in long texts, the few with most text are taken as known. */
    private byte[] encodeFramed(Column column) {
        ByteWriter tail = new ByteWriter(1 << 16);
        ByteWriter known = new ByteWriter();
        List<Likeness> likenesses = new ArrayList<>();
        for (Sample root : roots) {
            boolean room = column.dictionary().lines() == null && likenesses.size() < KNOWN_TO_FRAMES && known.size() + root.payload().size() <= MOST_KNOWN;
            if (room && root.textBytes() >= WORTH_KNOWING && root.within(column)) {
                likenesses.add(new Likeness(root.field(), Letters.AS_THEY_ARE));
                known.put(root.payload().bytes(), 0, root.payload().size());
            }
        }
        ByteWriter payload = ColumnCodec.payload(column, tail, packing, likenesses.isEmpty() ? null : known.toBytes());
        return likenesses.isEmpty() ? ColumnCodec.seal(payload, tail, packing) : ColumnCodec.seal(payload, tail, packing, likenesses);
    }
}
