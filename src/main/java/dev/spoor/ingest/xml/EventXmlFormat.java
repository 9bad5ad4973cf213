package dev.spoor.ingest.xml;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogFormat;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadOptions;
import java.nio.file.Path;

/** Windows events as XML, as Event Viewer and wevtutil write them. */
public final class EventXmlFormat implements LogFormat {
    @Override public String name() {
        return "xml";
    }

    @Override public String description() {
        return "Windows events as XML (Event Viewer, wevtutil)";
    }

    @Override public boolean recognises(byte[] head) {
        return EventXmlReader.recognises(head);
    }

    @Override public LogReader open(Path file, ReadOptions options) throws IngestException {
        return EventXmlReader.open(file, EventXmlLimits.DEFAULT);
    }
}
