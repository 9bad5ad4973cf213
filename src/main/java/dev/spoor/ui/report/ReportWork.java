package dev.spoor.ui.report;

import dev.spoor.report.ReportOptions;
import java.nio.file.Path;
import java.util.Optional;

/** What the dialog asks of the window around it. Called on the window's thread. */
public interface ReportWork {
    /**
     * Asks where the report should be written.
     *
     * @param suffix {@code .html} or {@code .json}
     * @return empty if the user changed their mind
     */
    Optional<Path> choose(String suffix);

    /** Writes the report in the background. */
    void write(Path file, ReportOptions options);

    /** Writes the page into a temporary file and opens it in the user's browser. */
    void preview(ReportOptions options);
}
