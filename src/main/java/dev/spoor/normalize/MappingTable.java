package dev.spoor.normalize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One mapping table.
 *
 * @param name what to call it in messages: the file's name
 * @param kind what its rows say, told by its header
 * @param rows the rows behind the header, each with as many cells as the header
 */
public record MappingTable(String name, Kind kind, List<Row> rows) {
    /**
     * A row.
     *
     * @param line  its first line in the file, from 1
     * @param cells as many as the header has
     */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private static final List<String> SHIPPED = List.of("channels.csv", "events.csv", "tasks.csv", "values.csv", "flat_names.csv", "fields_security.csv",
            "fields_sysmon.csv", "fields_powershell.csv", "fields_windows.csv");

    /** The kinds of tables, each with its header. */
    public enum Kind {
        CHANNELS("channel,module,dataset,drop"),
        EVENTS("channel,provider,event_id,action,category,type"),
        TASKS("channel,provider,event_id,task"),
        VALUES("table,key,value"),
        FLAT_NAMES("name,item"),
        FIELDS("channel,events,source,target,transform,parameter,when,unless,options");

        private final List<String> header;

        Kind(String header) {
            this.header = List.of(header.split(","));
        }
    }

    public MappingTable {
        rows = List.copyOf(rows);
    }

    /** The tables that come with Spoor. */
    public static List<MappingTable> shipped() {
        List<MappingTable> tables = new ArrayList<>();
        for (String name : SHIPPED) {
            try (InputStream in = Objects.requireNonNull(MappingTable.class.getResourceAsStream(name), name)) {
                tables.add(parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException("the program's own table " + name + " cannot be read", e);
            } catch (MappingTableException e) {
                throw new IllegalStateException(e);
            }
        }
        return tables;
    }

    /**
     * All {@code .csv} files of a folder, by name.
     *
     * @throws MappingTableException if one is unreadable or no mapping table
     */
    public static List<MappingTable> folder(Path folder) throws MappingTableException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<MappingTable> tables = new ArrayList<>();
            for (Path file : entries.filter(f -> f.getFileName().toString().endsWith(".csv")).sorted().toList()) {
                tables.add(parse(file.getFileName().toString(), Files.readString(file)));
            }
            return tables;
        } catch (IOException e) {
            throw new MappingTableException("cannot read mapping tables in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a table from its text.
     *
     * @throws MappingTableException if its header is that of no kind, or a row has too many or too few cells
     */
    public static MappingTable parse(String name, String csv) throws MappingTableException {
        List<Csv.Row> rows = Csv.read(csv);
        List<String> header = rows.isEmpty() ? List.of() : rows.getFirst().cells();
        for (Kind kind : Kind.values()) {
            if (kind.header.equals(header)) {
                return new MappingTable(name, kind, checked(name, kind, rows.subList(1, rows.size())));
            }
        }
        throw new MappingTableException(name + ", line 1: the header \"" + String.join(",", header) + "\" is that of no mapping table; headers are: "
                + Arrays.stream(Kind.values()).map(kind -> String.join(",", kind.header)).collect(Collectors.joining("; ")));
    }

    /** A problem with a cell of this table, by its line and column. */
    MappingTableException problem(int line, int column, String what) {
        return new MappingTableException(name + ", line " + line + ", column " + (column + 1) + " (" + kind.header.get(column) + "): " + what);
    }

    private static List<Row> checked(String name, Kind kind, List<Csv.Row> rows) throws MappingTableException {
        List<Row> checked = new ArrayList<>(rows.size());
        int wanted = kind.header.size();
        for (Csv.Row row : rows) {
            int found = row.cells().size();
            if (found != wanted) {
                throw new MappingTableException(name + ", line " + row.line() + ", column " + Math.min(found, wanted) + ": " + wanted + " cells expected, " + found + " found");
            }
            checked.add(new Row(row.line(), row.cells()));
        }
        return checked;
    }
}
