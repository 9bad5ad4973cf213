package dev.spoor.workbench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user chose for reading evidence that the register has no column for; it stands at the end of the journal line of each source.
 *
 * @param recover also records outside the intact chain
 * @param tables  folder of mapping tables of the user's own
 * @param embed   records word for word, which says nothing of how they are read
 */
record ReadingChoice(boolean recover, Optional<Path> tables, boolean embed) {
    private static final String RECOVERED = "; with records outside the intact chain";
    private static final String EMBEDDED = "; raw records embedded";
    private static final String TABLES = "; mapping tables of ";

    static ReadingChoice of(LoadOptions options) {
        return new ReadingChoice(options.recover(), options.tables(), options.embedRaw());
    }

    /** The choice at the end of a line's detail. */
    static ReadingChoice read(String line) {
        String detail = line.endsWith(EMBEDDED) ? line.substring(0, line.length() - EMBEDDED.length()) : line;
        int tables = detail.indexOf(TABLES);
        String folder = tables < 0 ? "" : detail.substring(tables + TABLES.length());
        return new ReadingChoice((tables < 0 ? detail : detail.substring(0, tables)).endsWith(RECOVERED), tables < 0 ? Optional.empty() : Optional.of(Path.of(folder)),
                line.endsWith(EMBEDDED));
    }

    @Override public String toString() {
        return (recover ? RECOVERED : "") + tables.map(folder -> TABLES + folder).orElse("") + (embed ? EMBEDDED : "");
    }
}
