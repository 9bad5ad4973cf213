package dev.spoor.query.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tables that lie beside a front end: UTF-8, tab-separated, a line that begins with {@code #} is a comment. Nothing is kept between calls; may be called from any thread.
 */
public final class ResourceTable {
    private ResourceTable() {}

    /**
     * The rows of a table, each with so many cells (missing ones at the end are empty), without the white space around a cell.
     *
     * @param beside a class of the package that the table lies in
     * @throws IllegalStateException where the program lacks the table
     */
    public static List<List<String>> read(Class<?> beside, String name, int columns) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + name + " of " + beside.getPackageName());
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

    /** The parts of a cell that lists them with {@code |}; none for an empty cell. */
    public static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
