package dev.spoor.segment;

import dev.spoor.event.Value.Kind;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Dictionaries as bytes:
 *
 * <pre>
 * dictionary = size [kinds texts]              nothing more where the size is 0
 * kinds      = kind                            of all values: the ordinal of Value.Kind
 *            | 255 kind{size}
 * texts      = 0 length{size} bytes            UTF-8, one behind the other
 *            | 1 delta{size}                   integers, each as the difference to the one before
 *            | 3 length{size} frames          much text; see {@link FramedTexts}
 *            | 4 lines                        much text whose lines come again; see {@link Lines}
 *            | 2 style zeros delta{size}       times; see {@link TimeStyle}
 * </pre>
 *
 * Numbers and times are written as such only where every one of them is rendered back byte for byte.
 */
final class DictionaryCodec {
    private static final int MIXED = 255;
    private static final int TEXTS = 0;
    private static final int INTEGERS = 1;
    private static final int TIMES = 2;
    private static final int FRAMED = 3;
    private static final int LINES = 4;
    /** Most bytes of texts that are read from frames. */
    private static final int MAX_TEXTS = 1 << 29;
    /** Longest integer, with its sign: its difference to another one cannot overflow. */
    private static final int MAX_INTEGER = 18;

    private DictionaryCodec() {}

    /**
     * Writes a dictionary: its frames, if it has any, to the tail.
     *
     * @param known what the reader of frames knows, or null
     */
    static void put(ByteWriter out, ByteWriter tail, Dictionary dictionary, Packing packing, byte[] known) {
        out.putVar(dictionary.size());
        if (dictionary.size() > 0) {
            putKinds(out, dictionary.kinds());
            if (!putIntegers(out, dictionary) && !putTimes(out, dictionary)) {
                putTexts(out, tail, dictionary, packing, known);
            }
        }
    }

    /**
     * Reads a dictionary.
     *
     * @param content has the tail from a place on
     * @param known   gives what was known when frames were packed, or null
     */
    static Dictionary take(ByteCursor in, byte[] content, int tail, Supplier<byte[]> known) throws SegmentFormatException {
        int size = in.takeCount("distinct values", in.remaining());
        if (size == 0) {
            return new Dictionary(new byte[0], new byte[0], new int[1]);
        }
        byte[] kinds = takeKinds(in, size);
        int form = in.take();
        return switch (form) {
            case TEXTS -> takeTexts(in, kinds);
            case INTEGERS -> takeIntegers(in, kinds);
            case TIMES -> takeTimes(in, kinds);
            case FRAMED -> takeFrames(in, kinds, content, tail, known);
            case LINES -> new Dictionary(kinds, Lines.take(in, size, content, tail, known));
            default -> throw new SegmentFormatException("texts of form " + form);
        };
    }

    private static void putKinds(ByteWriter out, byte[] kinds) {
        for (byte kind : kinds) {
            if (kind != kinds[0]) {
                out.put(MIXED);
                out.put(kinds, 0, kinds.length);
                return;
            }
        }
        out.put(kinds[0]);
    }

    private static byte[] takeKinds(ByteCursor in, int size) throws SegmentFormatException {
        int kind = in.take();
        byte[] kinds = kind == MIXED ? in.take(size) : new byte[check(size, in)];
        if (kind != MIXED) {
            Arrays.fill(kinds, (byte) kind);
        }
        for (byte found : kinds) {
            if (found < 0 || found >= Kind.values().length) {
                throw new SegmentFormatException("a value of kind " + (found & 0xFF));
            }
        }
        return kinds;
    }

    /** Each value needs at least one byte more. */
    private static int check(int size, ByteCursor in) throws SegmentFormatException {
        if (size > in.remaining()) {
            throw new SegmentFormatException(size + " distinct values in " + in.remaining() + " bytes");
        }
        return size;
    }

    private static Dictionary takeFrames(ByteCursor in, byte[] kinds, byte[] content, int tail, Supplier<byte[]> known) throws SegmentFormatException {
        int[] starts = new int[kinds.length + 1];
        for (int i = 0; i < kinds.length; i++) {
            starts[i + 1] = starts[i] + in.takeCount("bytes of text", MAX_TEXTS - (long) starts[i]);
        }
        FramedTexts framed = new FramedTexts(content, tail, starts, FramedTexts.FRAME, in, known);
        if (framed.end() != content.length) {
            throw new SegmentFormatException(content.length - framed.end() + " bytes are left behind the frames");
        }
        return new Dictionary(kinds, starts, framed);
    }

    private static void putTexts(ByteWriter out, ByteWriter tail, Dictionary dictionary, Packing packing, byte[] known) {
        boolean framed = FramedTexts.worth(dictionary);
        Lines lines = framed ? dictionary.lines() : null;
        if (lines != null) {
            out.put(LINES);
            lines.put(out, tail, packing, known);
            return;
        }
        out.put(framed ? FRAMED : TEXTS);
        for (int i = 0; i < dictionary.size(); i++) {
            out.putVar(dictionary.start(i + 1) - dictionary.start(i));
        }
        if (framed) {
            FramedTexts.put(out, tail, dictionary, FramedTexts.FRAME, packing, known);
        } else {
            out.put(dictionary.arena(), 0, dictionary.textBytes());
        }
    }

    private static Dictionary takeTexts(ByteCursor in, byte[] kinds) throws SegmentFormatException {
        int[] starts = new int[kinds.length + 1];
        for (int i = 0; i < kinds.length; i++) {
            starts[i + 1] = starts[i] + in.takeCount("bytes of text", in.remaining() - (long) starts[i]);
        }
        return new Dictionary(kinds, in.take(starts[kinds.length]), starts);
    }

    private static boolean putIntegers(ByteWriter out, Dictionary dictionary) {
        long[] numbers = new long[dictionary.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!canonicalInteger(dictionary.arena(), dictionary.start(i), dictionary.start(i + 1))) {
                return false;
            }
            numbers[i] = integer(dictionary.arena(), dictionary.start(i), dictionary.start(i + 1));
        }
        out.put(INTEGERS);
        putDeltas(out, numbers);
        return true;
    }

    private static Dictionary takeIntegers(ByteCursor in, byte[] kinds) throws SegmentFormatException {
        TextArena texts = new TextArena(kinds.length);
        long number = 0;
        for (int i = 0; i < kinds.length; i++) {
            number += in.takeSigned();
            texts.add(Long.toString(number));
        }
        return texts.dictionary(kinds);
    }

    private static boolean putTimes(ByteWriter out, Dictionary dictionary) {
        TimeStyle style = TimeStyle.of(dictionary);
        if (style == null) {
            return false;
        }
        long[] times = new long[dictionary.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = style.read(dictionary.arena(), dictionary.start(i), dictionary.start(i + 1));
            if (times[i] < 0) {
                return false;
            }
        }
        int zeros = TimeStyle.commonZeros(times, style.digits());
        long unit = TimeStyle.power(zeros);
        Arrays.setAll(times, i -> times[i] / unit);
        out.put(TIMES);
        out.put(style.toByte());
        out.put(zeros);
        putDeltas(out, times);
        return true;
    }

    private static Dictionary takeTimes(ByteCursor in, byte[] kinds) throws SegmentFormatException {
        TimeStyle style = TimeStyle.of(in.take());
        int zeros = in.take();
        if (zeros > style.digits()) {
            throw new SegmentFormatException(zeros + " zeros in times of " + style.digits() + " digits");
        }
        TextArena texts = new TextArena(kinds.length);
        long unit = TimeStyle.power(zeros);
        long number = 0;
        for (int i = 0; i < kinds.length; i++) {
            number += in.takeSigned();
            if (number < 0 || number > style.latest() / unit) {
                throw new SegmentFormatException("a time of " + number + " units is out of range");
            }
            texts.add(style.render(number * unit));
        }
        return texts.dictionary(kinds);
    }

    private static void putDeltas(ByteWriter out, long[] numbers) {
        long before = 0;
        for (long number : numbers) {
            out.putSigned(number - before);
            before = number;
        }
    }

    private static boolean canonicalInteger(byte[] bytes, int from, int to) {
        int digits = from < to && bytes[from] == '-' ? from + 1 : from;
        boolean tooLong = to - from > MAX_INTEGER || digits == to;
        if (tooLong || bytes[digits] == '0' && to - from > 1) {
            return false;
        }
        for (int i = digits; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static long integer(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        long number = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return negative ? -number : number;
    }
}
