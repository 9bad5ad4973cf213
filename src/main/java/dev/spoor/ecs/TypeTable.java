package dev.spoor.ecs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads the type tables beside this class: {@code path,type,parent}, no quotes. */
final class TypeTable {
    private TypeTable() {}

    /** What a row says of a path; {@code parent} is empty except for multi-fields. */
    record Row(FieldType type, String parent) {}

    static Map<String, Row> read(String... names) {
        Map<String, Row> rows = new HashMap<>(8192);
        for (String name : names) {
            try (InputStream in = Objects.requireNonNull(TypeTable.class.getResourceAsStream(name), name);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().skip(1).forEach(line -> add(rows, line));
            } catch (IOException e) {
                throw new UncheckedIOException("the program's own table " + name + " cannot be read", e);
            }
        }
        return rows;
    }

    private static void add(Map<String, Row> rows, String line) {
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        rows.putIfAbsent(line.substring(0, first), new Row(FieldType.ofElastic(line.substring(first + 1, second)), line.substring(second + 1)));
    }
}
