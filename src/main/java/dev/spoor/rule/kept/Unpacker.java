package dev.spoor.rule.kept;

import dev.spoor.event.Field;
import dev.spoor.event.View;
import dev.spoor.query.expr.FieldRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a {@link Packer} wrote, and checks every number. Not thread-safe. */
final class Unpacker {
    private static final int MOST_AT_ONCE = 256;
    private final byte[] bytes;
    private final int end;
    private final Texts texts;
    private final List<FieldRef> fields;
    private int at;

    /** Reads a part of a value. */
    interface Part<T> {
        T read() throws DamagedFileException;
    }

    /** The texts of a file. Each is made when it is first asked for. */
    static final class Texts {
        private final byte[] bytes;
        private final int[] starts;
        private final String[] made;

        private Texts(byte[] bytes, int count) {
            this.bytes = bytes;
            this.starts = new int[count * 2];
            this.made = new String[count];
        }

        private String of(int number) {
            String text = made[number];
            if (text == null) {
                text = new String(bytes, starts[number * 2], starts[number * 2 + 1], StandardCharsets.UTF_8);
                made[number] = text;
            }
            return text;
        }
    }

    private Unpacker(byte[] bytes, int from, int end, Texts texts, List<FieldRef> fields) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.texts = texts;
        this.fields = fields;
    }

    /** Reads a range of a file whose tables are not known. */
    static Unpacker of(byte[] bytes, int from, int end) {
        return new Unpacker(bytes, from, end, new Texts(bytes, 0), List.of());
    }

    /** Reads on from here with a table of texts that stands here. */
    Unpacker withTexts() throws DamagedFileException {
        Texts table = new Texts(bytes, count());
        for (int i = 0; i < table.made.length; i++) {
            int length = count();
            table.starts[i * 2] = at;
            table.starts[i * 2 + 1] = length;
            at += length;
        }
        return new Unpacker(bytes, at, end, table, List.of());
    }

    /** Reads on from here with a table of fields that stands here. */
    Unpacker withFields() throws DamagedFileException {
        List<FieldRef> table = list(() -> new FieldRef(text(), list(this::candidate)));
        return new Unpacker(bytes, at, end, texts, table);
    }

    private Field candidate() throws DamagedFileException {
        View view = choice(View.values());
        String path = text();
        if (path.isEmpty()) {
            throw new DamagedFileException("a field without a name");
        }
        return new Field(view, path);
    }

    /** Reads a range of the same file with the same tables. */
    Unpacker range(int from, int to) {
        return new Unpacker(bytes, from, to, texts, fields);
    }

    int at() {
        return at;
    }

    void skip(int count) throws DamagedFileException {
        if (count < 0 || count > end - at) {
            throw new DamagedFileException("the file ends too early");
        }
        at += count;
    }

    byte[] raw(int count) throws DamagedFileException {
        int from = at;
        skip(count);
        byte[] part = new byte[count];
        System.arraycopy(bytes, from, part, 0, count);
        return part;
    }

    long number() throws DamagedFileException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at >= end) {
                throw new DamagedFileException("the file ends too early");
            }
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedFileException("a number is too long");
    }

    int whole() throws DamagedFileException {
        long value = number();
        if (value != (int) value) {
            throw new DamagedFileException("a number is too large");
        }
        return (int) value;
    }

    /** A number of things each of which takes at least a byte of what is left. */
    int count() throws DamagedFileException {
        long count = number();
        if (count < 0 || count > end - at) {
            throw new DamagedFileException("more than the file can hold");
        }
        return (int) count;
    }

    /** A number below a limit. */
    int below(int limit) throws DamagedFileException {
        long value = number();
        if (value < 0 || value >= limit) {
            throw new DamagedFileException("a number that stands for nothing");
        }
        return (int) value;
    }

    boolean flag() throws DamagedFileException {
        return below(2) == 1;
    }

    <T> T choice(T[] values) throws DamagedFileException {
        return values[below(values.length)];
    }

    String text() throws DamagedFileException {
        return texts.of(below(texts.made.length));
    }

    FieldRef field() throws DamagedFileException {
        return fields.get(below(fields.size()));
    }

    <T> List<T> list(Part<T> part) throws DamagedFileException {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        List<T> values = new ArrayList<>(Math.min(count, MOST_AT_ONCE));
        for (int i = 0; i < count; i++) {
            values.add(part.read());
        }
        return values;
    }

    List<String> texts() throws DamagedFileException {
        return list(this::text);
    }

    Map<String, String> map() throws DamagedFileException {
        int count = count();
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(text(), text());
        }
        return map;
    }

    <T> Optional<T> optional(Part<T> part) throws DamagedFileException {
        return flag() ? Optional.of(part.read()) : Optional.empty();
    }

    OptionalInt optionalNumber() throws DamagedFileException {
        return flag() ? OptionalInt.of(whole()) : OptionalInt.empty();
    }
}
