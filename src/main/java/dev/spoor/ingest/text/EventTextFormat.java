package dev.spoor.ingest.text;

import dev.spoor.ingest.EventBlock;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogFormat;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadOptions;
import dev.spoor.ingest.TextEncoding;
import java.nio.file.Path;
import java.util.List;

/** Windows events as text, as Splunk's forwarder writes them. */
public final class EventTextFormat implements LogFormat {
    private static final int LOOKED_AT = 8_192;
    private static final int MAX_LINES = 64;
    private static final int NEAR = 12;

    @Override public String name() {
        return "text";
    }

    @Override public String description() {
        return "Windows events as text (Splunk WinEventLog: LogName=, EventCode=, Message=)";
    }

    /** A line LogName= near the beginning, and EventCode= soon behind it. */
    @Override public boolean recognises(byte[] head) {
        TextEncoding encoding = TextEncoding.of(head);
        int length = Math.min(head.length, LOOKED_AT) - encoding.mark();
        List<String> lines = length <= 0 ? List.of()
                : new String(head, encoding.mark(), length, encoding.charset()).lines().limit(MAX_LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(EventBlock.FIRST)) {
                return lines.subList(i, Math.min(lines.size(), i + NEAR)).stream().anyMatch(line -> line.startsWith("EventCode="));
            }
        }
        return false;
    }

    @Override public LogReader open(Path file, ReadOptions options) throws IngestException {
        return EventTextReader.open(file, EventTextReader.MAX_BLOCK);
    }
}
