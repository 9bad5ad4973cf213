package dev.spoor.normalize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One mapping table.
 *
 * @param name what to call it in messages: the file's name
 * @param kind what its rows say, told by its header
 * @param rows the rows behind the header, each with as many cells as the header
 */
public record MappingTable(String name, Kind kind, List<List<String>> rows) {
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
        List<List<String>> rows = Csv.rows(csv);
        List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
        for (Kind kind : Kind.values()) {
            if (kind.header.equals(header)) {
                return new MappingTable(name, kind, checked(name, rows, header.size()));
            }
        }
        throw new MappingTableException(name + ": the header " + header + " is that of no mapping table");
    }

    private static List<List<String>> checked(String name, List<List<String>> rows, int cells) throws MappingTableException {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).size() != cells) {
                throw new MappingTableException(name + ", row " + (i + 1) + ": " + cells + " cells expected, " + rows.get(i).size() + " found");
            }
        }
        return rows.subList(1, rows.size());
    }
}
