package dev.spoor.normalize;

import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.EventXmlParser;
import dev.spoor.ingest.WindowsRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the Windows record that a document was made of and reads it as if it came from its log; what the document holds beside it joins the source view under
 * the document's own names. Not thread-safe.
 */
final class WrappedRecords {
    private static final String RAW = "_raw";
    private final Names names;
    private final WindowsRecords windows;
    private final EventTrees trees = new EventTrees();
    private final EvtxEcmdRows rows = new EvtxEcmdRows();
    private final EventXmlParser xml = new EventXmlParser(EventXmlParser.DEPTH);

    WrappedRecords(Names names, WindowsRecords windows) {
        this.names = names;
        this.windows = windows;
    }

    /** Fills facts and the draft's source view from a document in the shape of an event's XML. */
    void tree(DocumentRecord document, WindowsFacts facts, Draft draft) {
        fill(trees.read(document), facts, draft);
    }

    /** The same from a row of EvtxECmd. */
    void row(DocumentRecord document, WindowsFacts facts, Draft draft) {
        fill(rows.read(document), facts, draft);
    }

    /** The same from the XML in {@code _raw}; false, and nothing filled, where that is no event. */
    boolean raw(DocumentRecord document, WindowsFacts facts, Draft draft) {
        String text = document.fields().get(RAW).first().text().strip();
        String event = text.startsWith("<?xml") ? text.substring(text.indexOf("<Event")) : text;
        if (!(xml.parse(event, document.offset(), document.record()) instanceof WindowsRecord record)) {
            return false;
        }
        Set<String> data = record.eventData().stream().map(WindowsRecord.DataItem::name).flatMap(Optional::stream).collect(Collectors.toSet());
        Map<String, Values> others = new LinkedHashMap<>();
        document.fields().forEach((path, values) -> {
            if (!path.equals(RAW) && !data.contains(path)) {
                others.put(path, values);
            }
        });
        fill(new EventTrees.Read(record, others), facts, draft);
        return true;
    }

    private void fill(EventTrees.Read read, WindowsFacts facts, Draft draft) {
        windows.read(read.record(), facts, draft);
        read.others().forEach((path, values) -> draft.put(names.source(path), values));
    }
}
