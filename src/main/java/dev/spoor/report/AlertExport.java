package dev.spoor.report;

import dev.spoor.event.Time;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes alerts into a file: {@code .csv} with the columns of {@code spoor alerts}, anything else as JSON lines with all that is known of them. */
public final class AlertExport {
    private static final String HEAD = "time,severity,rule_severity,rule,origin,host,user,status,reason,tags,count,summary,id";

    private AlertExport() {}

    /** Writes them, in their order, in the place of what the file held. */
    public static void write(List<Alert> alerts, Path file) throws IOException {
        boolean csv = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (csv) {
                out.write(HEAD + "\n");
            }
            for (Alert alert : alerts) {
                out.write((csv ? line(alert) : AlertJson.write(alert).toString()) + "\n");
            }
        }
    }

    private static String line(Alert alert) {
        return Stream.of(alert.time() == Time.NONE ? "" : Time.iso(alert.time()), alert.severity().word(), alert.ruleSeverity().word(), alert.rule().name(),
                alert.rule().origin().word(), alert.host().orElse(""), alert.user().orElse(""), alert.status().word(), alert.reason().map(reason -> reason.word()).orElse(""),
                String.join(" ", alert.tags()), Long.toString(alert.count()), alert.summary(), alert.id()).map(VisibleText::of).map(CsvCell::of).collect(Collectors.joining(","));
    }
}
