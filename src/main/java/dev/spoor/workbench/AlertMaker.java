package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.segment.EventDocuments;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.store.AlertEvents;
import dev.spoor.store.Source;
import dev.spoor.triage.AlertFactory;
import dev.spoor.triage.AlertFields;
import dev.spoor.triage.AlertIdentity;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.VariantShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Turns matches into alerts with their events' documents. */
final class AlertMaker {
    /** The columns of open segments may take this part of the heap. */
    private static final int PART = 5;
    private static final int FEW = 4;
    private final long room = Runtime.getRuntime().maxMemory() / PART;
    private final Map<Integer, Source> sources = new HashMap<>();
    private final Map<String, AlertFactory> factories = new HashMap<>();
    private final EventDocuments written = new EventDocuments();
    private final SequencedMap<Segment, Segment> open = new LinkedHashMap<>(FEW, 0.75f, true);

    AlertMaker(List<Source> sources) {
        sources.forEach(source -> this.sources.put(source.number(), source));
    }

    AlertEvents alert(Match match) {
        List<EventReference> references = new ArrayList<>();
        List<String> identities = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        ObjectNode last = JsonNodeFactory.instance.objectNode();
        List<AlertFields> shaping = new ArrayList<>();
        int told = VariantShape.events(match.count(), match.values());
        long time = Time.NONE;
        for (FoundEvent event : match.events()) {
            Origin origin = event.row().origin();
            Source source = sources.get(origin.source());
            // The hash is that of the entry itself, so its name adds nothing, and the same log in another archive has the same events.
            identities.add(AlertIdentity.event(source.origin().sha256(), "", origin.record(), origin.offset()));
            time = Math.max(time, event.row().time());
            if (references.size() < AlertFactory.MAX_EVENTS) {
                references.add(new EventReference(event.id(), source.origin().path(), origin.entry(), origin.record()));
                last = written.document(match.events().size() == 1 ? event.row() : reopened(event.row()));
                documents.add(last.toString());
                if (match.values().isEmpty() && match.events().size() <= told) {
                    shaping.add(new AlertFields(last, Map.of()));
                }
            }
        }
        AlertFactory factory = factories.computeIfAbsent(match.rule().rule().id(), _ -> new AlertFactory(match.rule().rule(), match.rule().fidelity()));
        AlertFields fields = new AlertFields(last, match.values());
        AlertFactory.Finding finding = new AlertFactory.Finding(time, references, identities, match.key(), fields, match.count(), match.suppressed(),
                shaping.isEmpty() ? List.of(fields) : shaping);
        return new AlertEvents(factory.alert(finding), documents);
    }

    /** The same event in a segment of our own: the events of one alert may lie in all segments of a case, which must not all be loaded at once. */
    private EventRow reopened(EventRow row) {
        Segment own = open.get(row.segment());
        if (own == null) {
            long held = open.values().stream().mapToLong(Segment::memory).sum();
            while (held > room && open.size() > FEW) {
                held -= open.pollFirstEntry().getValue().memory();
            }
            own = row.segment().unloaded();
            open.put(row.segment(), own);
        }
        return new EventRow(own, row.index());
    }
}
