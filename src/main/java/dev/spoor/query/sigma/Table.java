package dev.spoor.query.sigma;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the tables that lie beside this package: tab-separated, {@code #} begins a comment line. */
final class Table {
    private Table() {}

    /** The rows, each with so many columns (missing ones at the end are empty). */
    static List<List<String>> read(String name, int columns) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = Arrays.copyOf(line.split("\t", -1), columns);
                    rows.add(Arrays.stream(cells).map(cell -> cell == null ? "" : cell.strip()).toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's table " + name + " cannot be read", e);
        }
        return rows;
    }

    /** The parts of a cell that lists them with {@code |}. */
    static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
