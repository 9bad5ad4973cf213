package dev.spoor.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Times and origins of a segment's events as bytes. In the {@link Envelope}:
 *
 * <pre>
 * provenance = events names name{names} time{events} source{events} entry{events} record{events} offset{events}
 * name       = length bytes        UTF-8 path within an archive
 * </pre>
 *
 * Each of the other numbers is the difference to the one before, wrapping where it overflows.
 */
public final class OriginCodec {
    private static final int FORM = 2;

    private OriginCodec() {}

    /** The bytes of a segment's times and origins. Equal ones give equal bytes. */
    public static byte[] encode(Provenance provenance) {
        ByteWriter out = new ByteWriter(64 + 16 * provenance.size());
        out.putVar(provenance.size());
        out.putVar(provenance.entries().size());
        for (String entry : provenance.entries()) {
            byte[] bytes = Utf8.encode(entry);
            out.putVar(bytes.length);
            out.put(bytes, 0, bytes.length);
        }
        put(out, provenance.times());
        put(out, provenance.sources());
        put(out, provenance.entryCodes());
        put(out, provenance.records());
        put(out, provenance.offsets());
        return Envelope.seal(FORM, out);
    }

    /**
     * The times and origins of bytes.
     *
     * @throws SegmentFormatException if the bytes are damaged
     */
    public static Provenance decode(byte[] bytes) throws SegmentFormatException {
        ByteCursor in = Envelope.open(FORM, bytes);
        int events = in.takeCount("events", in.remaining());
        List<String> entries = takeEntries(in);
        if ((long) events * 5 > in.remaining()) {
            throw new SegmentFormatException(events + " events in " + in.remaining() + " bytes");
        }
        long[] times = takeLongs(in, events);
        int[] sources = takeInts(in, events);
        int[] entryCodes = takeInts(in, events);
        for (int code : entryCodes) {
            if (code < 0 || code >= entries.size()) {
                throw new SegmentFormatException("entry " + code + " of " + entries.size());
            }
        }
        Provenance provenance = new Provenance(times, sources, entries, entryCodes, takeLongs(in, events), takeLongs(in, events));
        in.end();
        return provenance;
    }

    private static List<String> takeEntries(ByteCursor in) throws SegmentFormatException {
        int count = in.takeCount("entries", in.remaining());
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] name = in.take(in.takeCount("bytes of a name", in.remaining()));
            entries.add(Utf8.decode(name, 0, name.length));
        }
        return List.copyOf(entries);
    }

    private static void put(ByteWriter out, long[] numbers) {
        long before = 0;
        for (long number : numbers) {
            out.putSigned(number - before);
            before = number;
        }
    }

    private static void put(ByteWriter out, int[] numbers) {
        int before = 0;
        for (int number : numbers) {
            out.putSigned((long) number - before);
            before = number;
        }
    }

    private static long[] takeLongs(ByteCursor in, int count) throws SegmentFormatException {
        long[] numbers = new long[count];
        long number = 0;
        for (int i = 0; i < count; i++) {
            number += in.takeSigned();
            numbers[i] = number;
        }
        return numbers;
    }

    private static int[] takeInts(ByteCursor in, int count) throws SegmentFormatException {
        int[] numbers = new int[count];
        long number = 0;
        for (int i = 0; i < count; i++) {
            number += in.takeSigned();
            if (number != (int) number) {
                throw new SegmentFormatException(number + " where a 32-bit number is expected");
            }
            numbers[i] = (int) number;
        }
        return numbers;
    }
}
