package dev.spoor.indicator;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.csv.CsvLimits;
import dev.spoor.ingest.csv.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads tables: columns with names of ECS ({@code threat.indicator.ip}) are taken as they are; else a column that holds the value, and one that says what it is, or none
 * where the value's look tells.
 */
final class IndicatorTable {
    private static final List<String> VALUES = List.of("indicator", "value", "ioc", "ioc_value", "observable", "indicator_value");
    private static final List<String> TYPES = List.of("type", "indicator_type", "ioc_type", "kind", "indicator type");

    private IndicatorTable() {}

    static void read(Path file, String feed, Found found) throws IndicatorException {
        try (LogReader reader = CsvReader.open(file, ',', CsvLimits.DEFAULT)) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                switch (next.get()) {
                    case DocumentRecord row -> row(row.fields(), feed, found);
                    case Damaged _ -> found.leftOut("damaged rows");
                    case WindowsRecord _, ShapedRecord _ -> throw new IllegalStateException("a table has no Windows records");
                }
            }
        } catch (IngestException | IOException e) {
            throw new IndicatorException(file + ": " + e.getMessage(), e);
        }
    }

    private static void row(Map<String, Values> cells, String feed, Found found) {
        IndicatorDocument document = new IndicatorDocument(feed);
        String type = "";
        String value = "";
        for (Map.Entry<String, Values> cell : cells.entrySet()) {
            String name = cell.getKey().strip().toLowerCase(Locale.ROOT);
            String text = text(cell.getValue());
            if (name.contains(".")) {
                document.text(cell.getKey().strip(), text).complete();
            } else if (TYPES.contains(name)) {
                type = text;
            } else if (VALUES.contains(name)) {
                value = text;
            } else {
                other(name, text, document);
            }
        }
        if (!value.isBlank()) {
            String written = IndicatorDocument.refanged(value.strip());
            Optional<IndicatorKind> kind = type.isBlank() ? IndicatorKind.guessed(written) : IndicatorKind.named(type, written);
            kind.ifPresent(known -> document.value(known, written));
        }
        if (document.isEmpty()) {
            found.leftOut("rows without a value of a known kind");
        } else {
            found.add(document.toJson());
        }
    }

    /** A column that is neither value nor type: a kind's name as heading ({@code ip}, {@code sha256}), something about the indicator, or a table without names. */
    private static void other(String name, String text, IndicatorDocument document) {
        if (text.isBlank()) {
            return;
        }
        switch (name) {
            case "description", "comment", "note", "title" -> document.text("threat.indicator.description", text);
            case "provider", "source", "feed", "author" -> document.text("threat.indicator.provider", text);
            case "reference", "link", "report" -> document.text("threat.indicator.reference", text);
            case "confidence" -> document.text("threat.indicator.confidence", text);
            case "first_seen", "firstseen", "first seen", "date", "created" -> document.text("threat.indicator.first_seen", text);
            case "last_seen", "lastseen", "last seen" -> document.text("threat.indicator.last_seen", text);
            default -> {
                String written = IndicatorDocument.refanged(text.strip());
                Optional<IndicatorKind> kind = name.startsWith("column_") ? IndicatorKind.guessed(written) : IndicatorKind.named(name, written);
                kind.ifPresent(known -> document.value(known, written));
            }
        }
    }

    private static String text(Values values) {
        Value first = values.first();
        return first.kind() == Value.Kind.JSON ? "" : first.text();
    }
}
