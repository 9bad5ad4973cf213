package dev.spoor.ingest.csv;

import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.TextEncoding;
import dev.spoor.ingest.TextWindow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a table, row by row. Memory grows with the longest row only. Not thread-safe. */
public final class CsvReader implements LogReader {
    private static final int HEAD = 1 << 16;
    /** How many rows without an end are read again behind their first line; then what was looked at is passed over, so that the time stays linear. */
    private static final int MAX_UNCLOSED = 16;
    private final Path file;
    private final TextWindow window;
    private final CsvLimits limits;
    private final Dialect dialect;
    private final RowScanner scanner;
    private final Columns columns;
    private final List<String> remarks = new ArrayList<>();
    private long row;
    private long repaired;
    private long rescanned;
    private boolean fallback;
    private long lastOffset = -1;
    private int lastLength;
    private Charset lastCharset;

    private CsvReader(Path file, TextWindow window, Dialect dialect, CsvLimits limits) throws IOException, IngestException {
        this.file = file;
        this.window = window;
        this.dialect = dialect;
        this.limits = limits;
        this.scanner = new RowScanner(window, dialect.delimiter(), dialect.carriage(), limits.rowBytes());
        this.columns = new Columns(header());
    }

    /**
     * Opens a table.
     *
     * @param delimiter between cells, where the content does not tell; a tab is taken at its word
     * @throws IngestException if the file cannot be read, or its first row is beyond the limits
     */
    public static CsvReader open(Path file, char delimiter, CsvLimits limits) throws IngestException {
        try {
            TextWindow window = TextWindow.open(file);
            boolean opened = false;
            try {
                CsvReader reader = new CsvReader(file, window, dialect(file, delimiter), limits);
                opened = true;
                return reader;
            } finally {
                if (!opened) {
                    window.close();
                }
            }
        } catch (IOException e) {
            throw new IngestException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the text of one row again.
     *
     * @param offset as a record of this file gave it
     * @return the row as the file spells it, without its line end
     * @throws IngestException if the file cannot be read or no row begins there
     */
    public static String rawAt(Path file, char delimiter, long offset) throws IngestException {
        try {
            TextEncoding encoding = TextEncoding.of(head(file));
            Dialect dialect = dialect(file, delimiter);
            try (TextWindow window = TextWindow.open(file, encoding, offset)) {
                RowScanner scanner = new RowScanner(window, dialect.delimiter(), dialect.carriage(), CsvLimits.DEFAULT.rowBytes());
                if (scanner.scan(true) != RowScanner.Outcome.ROW) {
                    throw new IngestException("no row at byte " + offset + " of " + file);
                }
                return window.text(0, scanner.length(), window.charset(0, scanner.length())).stripTrailing();
            }
        } catch (IOException e) {
            throw new IngestException("cannot read the row at byte " + offset + " of " + file + ": " + e.getMessage(), e);
        }
    }

    private static Dialect dialect(Path file, char delimiter) throws IOException {
        byte[] head = head(file);
        Optional<Dialect> found = DialectFinder.find(head).filter(dialect -> delimiter != '\t' || dialect.delimiter() == '\t');
        return found.orElseGet(() -> DialectFinder.assumed(head, delimiter));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private List<String> header() throws IOException, IngestException {
        Preamble.skip(window);
        RowScanner.Outcome outcome = scanner.scan(true);
        if (outcome == RowScanner.Outcome.END) {
            return List.of();
        }
        if (outcome != RowScanner.Outcome.ROW || scanner.count() > limits.columns()) {
            throw new IngestException(file + " is no table: its first row has no end, or more than " + limits.columns() + " columns");
        }
        List<String> cells = DialectFinder.cells(window, scanner);
        List<String> names = HeaderNames.of(cells, dialect.named(), dialect.extra());
        if (dialect.named()) {
            window.forget(scanner.length());
        } else {
            remarks.add("The first row does not look like the names of columns; they are called column_1 to column_" + names.size() + ".");
        }
        return names;
    }

    @Override public Optional<ReadResult> next() throws IngestException {
        lastOffset = -1;
        try {
            while (true) {
                long offset = window.offset();
                switch (scan()) {
                    case END -> {
                        return Optional.empty();
                    }
                    case LONG -> {
                        return Optional.of(tooLong(offset));
                    }
                    case UNCLOSED -> {
                        return Optional.of(unclosed(offset));
                    }
                    case ROW -> {
                        if (!scanner.blank()) {
                            return Optional.of(result(offset));
                        }
                        window.forget(scanner.length());
                    }
                }
            }
        } catch (IOException e) {
            throw new IngestException("cannot read on in " + file + " at byte " + position() + ": " + e.getMessage(), e);
        }
    }

    /** Scans a row; where a quote was not doubled, and the cells are not as many as the columns, once more in the other way. */
    private RowScanner.Outcome scan() throws IOException {
        RowScanner.Outcome outcome = scanner.scan(true);
        if (outcome == RowScanner.Outcome.ROW && scanner.stray() && scanner.count() != columns.size()) {
            boolean better = scanner.scan(false) == RowScanner.Outcome.ROW && scanner.count() == columns.size();
            return better ? RowScanner.Outcome.ROW : scanner.scan(true);
        }
        return outcome;
    }

    private ReadResult tooLong(long offset) throws IOException {
        row++;
        long passed = window.skipLine(dialect.carriage());
        return new Damaged("row " + row + " is longer than the limit of " + limits.rowBytes() + " bytes; " + passed + " bytes were passed over", offset);
    }

    private ReadResult unclosed(long offset) throws IOException {
        row++;
        long quote = offset + scanner.open();
        long looked = scanner.length();
        rescanned += looked;
        long passed;
        if (rescanned > (long) MAX_UNCLOSED * limits.rowBytes()) {
            window.forget(scanner.length());
            passed = looked + window.skipLine(dialect.carriage());
        } else {
            passed = window.skipLine(dialect.carriage());
        }
        return new Damaged("row " + row + ": the quote at byte " + quote + " is not closed; " + passed + " bytes were passed over", offset);
    }

    private ReadResult result(long offset) {
        row++;
        int length = scanner.length();
        Charset charset = window.charset(0, length);
        int count = scanner.count();
        if (count > limits.columns() || count == 1 && columns.size() > 2) {
            window.forget(length);
            String found = count == 1 ? "1 cell" : count + " cells";
            return new Damaged("row " + row + " is no row of this table: " + found + " where the header has " + columns.size(), offset);
        }
        List<String> cells = DialectFinder.cells(window, scanner);
        boolean foreign = charset.equals(TextEncoding.FALLBACK) && !window.encoding().charset().equals(charset);
        check(offset, count, foreign);
        window.forget(length);
        lastOffset = offset;
        lastLength = length;
        lastCharset = charset;
        return new DocumentRecord(row, offset, columns.fields(cells));
    }

    /** Counts a row that is not as it should be, and says why. */
    private void check(long offset, int count, boolean foreign) {
        String place = "row " + row + " at byte " + offset + ": ";
        boolean ragged = count != columns.size();
        if (ragged) {
            remark(place + count + " cells where the header has " + columns.size() + (count < columns.size() ? "; the others are empty" : "; the last are under "
                    + HeaderNames.column(columns.size()) + " and so on"));
        }
        if (scanner.stray()) {
            remark(place + "a quote within a quoted cell is not doubled");
        }
        if (foreign && !fallback) {
            fallback = true;
            remark(place + "bytes that are no UTF-8 were taken for Windows-1252, here and in all such rows");
        }
        repaired += ragged || scanner.stray() || foreign ? 1 : 0;
    }

    private void remark(String text) {
        if (remarks.size() < limits.remarks()) {
            remarks.add(text);
        } else if (remarks.size() == limits.remarks()) {
            remarks.add("More rows were repaired; only the first " + limits.remarks() + " repairs are told one by one.");
        }
    }

    @Override public long position() {
        return window.offset();
    }

    @Override public long rawOffset() {
        return lastOffset;
    }

    /** The row without its line end. */
    @Override public byte[] raw() {
        return window.passed(lastLength, lastCharset).stripTrailing().getBytes(StandardCharsets.UTF_8);
    }

    @Override public long repaired() {
        return repaired;
    }

    @Override public List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override public void close() throws IOException {
        window.close();
    }
}
