package dev.spoor.ingest.csv;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogFormat;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadOptions;
import java.nio.file.Path;
import java.util.Optional;

/** Tables whose first row names the columns. */
public final class CsvFormat implements LogFormat {
    /** Cells are separated by commas, semicolons or bars. */
    public static final CsvFormat CSV = new CsvFormat("csv", "tables with a header (comma, semicolon or bar between cells)", ',');
    /** Cells are separated by tabs. */
    public static final CsvFormat TSV = new CsvFormat("tsv", "tables with a header (tab between cells)", '\t');

    private final String name;
    private final String description;
    private final char delimiter;

    private CsvFormat(String name, String description, char delimiter) {
        this.name = name;
        this.description = description;
        this.delimiter = delimiter;
    }

    @Override public String name() {
        return name;
    }

    @Override public String description() {
        return description;
    }

    @Override public boolean recognises(byte[] head) {
        Optional<Dialect> dialect = DialectFinder.find(head);
        return dialect.isPresent() && (dialect.get().delimiter() == '\t') == (delimiter == '\t');
    }

    @Override public LogReader open(Path file, ReadOptions options) throws IngestException {
        return CsvReader.open(file, delimiter, CsvLimits.DEFAULT);
    }
}
