package dev.spoor.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes reports; the kind is told by the file's suffix. Stateless and thread-safe. */
public final class ReportWriter {
    /** The suffixes that can be written. */
    public static final String KINDS = ".html, .json";

    /**
     * Writes a report. The file appears whole or not at all.
     *
     * @param options what the report tells
     * @throws ReportException if the suffix is not one of {@link #KINDS} or the file cannot be written
     */
    public void write(CaseSnapshot snapshot, ReportOptions options, Path file) throws ReportException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String text;
        if (name.endsWith(".html")) {
            text = new HtmlReport().render(snapshot, options);
        } else if (name.endsWith(".json")) {
            text = new JsonReport().render(snapshot, options);
        } else {
            throw new ReportException("The report's kind is told by its suffix; " + file.getFileName() + " has none of " + KINDS + ".", null);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReportException("The report could not be written to " + file + ": " + e.getMessage() + ". Choose another folder.", e);
        }
    }
}
