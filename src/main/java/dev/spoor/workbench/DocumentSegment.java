package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.ecs.DatasetTypes;
import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.ecs.SeenKinds;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.event.View;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.json.JsonDocument;
import dev.spoor.normalize.Normalizer;
import dev.spoor.segment.Column;
import dev.spoor.segment.Dictionary;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Documents as a segment that no case holds, with the types that their values suggest.
 *
 * @param sources names of the source view
 */
record DocumentSegment(Segment segment, FieldTypes types, Set<String> sources) {
    /** Normalises documents as if they had been loaded; event numbers count from 1 in their order. */
    static DocumentSegment of(List<ObjectNode> documents) throws WorkbenchException {
        return of("", documents);
    }

    /** The same, as a data set of this name. */
    static DocumentSegment of(String dataset, List<ObjectNode> documents) throws WorkbenchException {
        FieldTable fields = new FieldTable();
        Normalizer normalizer = Normalizers.of(fields, LoadOptions.DEFAULT);
        SegmentBuilder builder = new SegmentBuilder(fields, dataset, SegmentLimits.DEFAULT);
        long record = 0;
        for (ObjectNode document : documents) {
            record++;
            try {
                Event event = normalizer.normalize(new DocumentRecord(record, -1, JsonDocument.flatten(document.toString())), new Origin(0, "", record, -1));
                builder.add(event);
            } catch (IngestException e) {
                throw new WorkbenchException("Document " + record + ": " + e.getMessage(), e);
            }
        }
        Segment segment = builder.build();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> sources = new HashSet<>();
        for (Field field : segment.fields()) {
            if (field.view() == View.SOURCE) {
                sources.add(field.path());
            } else {
                seen.put(field.path(), kinds(segment.column(field).orElseThrow()));
            }
        }
        return new DocumentSegment(segment, new DatasetTypes(EcsCatalogue.shipped(), Optional.empty(), seen), sources);
    }

    /** The kinds of all values of a column. */
    static int kinds(Column column) {
        Dictionary values = column.dictionary();
        int mask = 0;
        for (int code = 0; code < values.size(); code++) {
            boolean text = values.kind(code) == Value.Kind.STRING && !SeenKinds.maybeDate(values.arena(), values.start(code), values.start(code + 1));
            mask |= text ? SeenKinds.STRING : SeenKinds.of(values.copy(code));
        }
        return mask;
    }
}
