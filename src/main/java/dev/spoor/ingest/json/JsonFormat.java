package dev.spoor.ingest.json;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogFormat;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadOptions;
import java.nio.file.Path;

/** JSON documents: one a line, in an array, or one after the other. */
public final class JsonFormat implements LogFormat {
    @Override public String name() {
        return "json";
    }

    @Override public String description() {
        return "JSON documents (NDJSON, one array, or one after the other)";
    }

    @Override public boolean recognises(byte[] head) {
        return JsonLayout.of(TextBytes.head(head)) != JsonLayout.NONE;
    }

    @Override public LogReader open(Path file, ReadOptions options) throws IngestException {
        return JsonReader.open(file, JsonLimits.DEFAULT);
    }
}
