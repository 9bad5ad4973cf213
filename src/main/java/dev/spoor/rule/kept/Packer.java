package dev.spoor.rule.kept;

import dev.spoor.event.Field;
import dev.spoor.query.expr.FieldRef;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Writes values one after the other; texts and fields go to tables of the file and are written as numbers. Not thread-safe. */
final class Packer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, Integer> texts;
    private final Map<FieldRef, Integer> fields;

    /** Writes a part of a value. */
    interface Part<T> {
        void write(T value) throws NotKeptException;
    }

    Packer() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private Packer(Map<String, Integer> texts, Map<FieldRef, Integer> fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /** Another one with the same tables. */
    Packer beside() {
        return new Packer(texts, fields);
    }

    /** What was written. */
    byte[] bytes() {
        return out.toByteArray();
    }

    /** All texts, in the order of their numbers. */
    byte[] textTable() {
        Packer table = new Packer();
        table.number(texts.size());
        texts.keySet().forEach(text -> {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            table.number(utf8.length);
            table.raw(utf8);
        });
        return table.bytes();
    }

    /** All fields, in the order of their numbers; adds to the texts. */
    byte[] fieldTable() throws NotKeptException {
        Packer table = beside();
        table.list(fields.keySet(), field -> {
            table.text(field.name());
            table.list(field.candidates(), candidate -> table.field(candidate));
        });
        return table.bytes();
    }

    private void field(Field field) throws NotKeptException {
        choice(field.view());
        text(field.path());
    }

    void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    /** Any long; small ones that are not negative are short. */
    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void flag(boolean value) {
        out.write(value ? 1 : 0);
    }

    void choice(Enum<?> value) {
        number(value.ordinal());
    }

    /** @throws NotKeptException if UTF-8 cannot say it */
    void text(String text) throws NotKeptException {
        Integer known = texts.get(text);
        if (known == null) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new NotKeptException("half a character");
            }
            known = texts.size();
            texts.put(text, known);
        }
        number(known);
    }

    void field(FieldRef field) {
        number(fields.computeIfAbsent(field, _ -> fields.size()));
    }

    <T> void list(Collection<T> values, Part<T> part) throws NotKeptException {
        number(values.size());
        for (T value : values) {
            part.write(value);
        }
    }

    void texts(Collection<String> values) throws NotKeptException {
        list(values, this::text);
    }

    void map(Map<String, String> map) throws NotKeptException {
        list(new TreeMap<>(map).entrySet(), entry -> {
            text(entry.getKey());
            text(entry.getValue());
        });
    }

    <T> void optional(Optional<T> value, Part<T> part) throws NotKeptException {
        flag(value.isPresent());
        if (value.isPresent()) {
            part.write(value.get());
        }
    }

    void optional(OptionalInt value) {
        flag(value.isPresent());
        value.ifPresent(this::number);
    }
}
