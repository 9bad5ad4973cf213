/**
 * Reads tables: comma-separated values and their relatives. Entry points: {@link dev.spoor.ingest.csv.CsvFormat} and {@link dev.spoor.ingest.csv.CsvReader}. May
 * import {@code ingest} and {@code event}.
 *
 * <pre>
 * file   = [byte order mark] ["sep=" delimiter line-end] ["#TYPE" text line-end] header { row }
 * header = row                                     names of the columns
 * row    = cell { delimiter cell } line-end        record number = row behind the header, from 1; blank lines do not count
 * cell   = { character } | '"' { character | '""' } '"'
 * </pre>
 * This is RFC 4180 with its dialects: the delimiter is a comma, semicolon, tab or bar, lines end with LF, CR LF or CR, characters are UTF-8, UTF-16 or (said as a
 * repair) Windows-1252. A {@link dev.spoor.ingest.csv.DialectFinder} tells from the first bytes; a {@link dev.spoor.ingest.csv.RowScanner} finds the cells of a row. A
 * quote that is never closed costs its line only. Cells become strings, numbers where they are spelt as JSON spells them, and null where they are empty.
 */
package dev.spoor.ingest.csv;
