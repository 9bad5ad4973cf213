package dev.spoor.report;

/** A value as a cell of CSV. */
public final class CsvCell {
    private CsvCell() {}

    /** A cell that a spreadsheet takes as text, whatever it begins with; quoted where need be. */
    public static String of(String value) {
        String begin = value.stripLeading();
        String safe = !begin.isEmpty() && "=+-@".indexOf(begin.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
