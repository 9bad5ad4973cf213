package dev.spoor.workbench;

import dev.spoor.event.Field;
import dev.spoor.event.Origin;
import dev.spoor.event.Values;
import dev.spoor.event.View;
import dev.spoor.segment.EventDocuments;
import dev.spoor.segment.EventRow;
import dev.spoor.store.CaseFile;
import dev.spoor.store.EmbeddedRecord;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds events of a case by their numbers. Thread-safe. */
final class EventLookup implements AutoCloseable {
    private final CaseFile file;
    private final RawEvidence evidence = new RawEvidence();

    EventLookup(CaseFile file) {
        this.file = file;
    }

    /** The event of a number. */
    EventRow row(long id) throws StoreException, WorkbenchException {
        SegmentRef segment = file.segments().find(id).orElseThrow(() -> new WorkbenchException("The case has no event " + id + "."));
        return new EventRow(file.segments().open(segment), segment.index(id));
    }

    /** The event of a number, whole. */
    EventDocument document(long id) throws StoreException, WorkbenchException {
        EventRow row = row(id);
        Source source = file.sources().find(row.origin().source()).orElseThrow(() -> new WorkbenchException("The case has no source " + row.origin().source() + "."));
        return new EventDocument(id, source.origin().path(), row.origin().entry(), row.origin().record(), row.time(), fields(row, View.ECS), fields(row, View.SOURCE),
                EventDocuments.ecs(row), raw(id, source, row.origin()));
    }

    /** The record itself: as the case keeps it, else from the evidence. */
    String raw(long id, Source source, Origin origin) throws StoreException {
        try {
            Optional<EmbeddedRecord> kept = source.embedded() == 0 ? Optional.empty() : file.raw().find(id);
            return kept.isPresent() ? evidence.read(source, origin, kept.get()) : evidence.read(source, origin);
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.DAMAGED) {
                throw e;
            }
            return e.getMessage();
        }
    }

    /** Deletes the temporary files of entries that were unpacked. */
    @Override public void close() throws IOException {
        evidence.close();
    }

    /** The fields of one view of an event, by path. */
    static Map<String, List<String>> fields(EventRow row, View view) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (Field field : row.segment().fields()) {
            if (field.view() == view) {
                row.get(field).ifPresent(values -> fields.put(field.path(), texts(values)));
            }
        }
        return fields;
    }

    /** The values as texts, in their order. */
    static List<String> texts(Values values) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            texts.add(values.get(i).text());
        }
        return texts;
    }
}
