package dev.spoor.workbench;

import dev.spoor.event.Field;
import dev.spoor.event.Value.Kind;
import dev.spoor.event.Values;
import dev.spoor.event.View;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers the fields of a rule's alerts with their values: of the rows where the rule computes rows, else of the events. */
final class FieldChooser {
    /** Values are counted in so many alerts. */
    private static final int COUNTED = 20_000;
    /** So many of the most frequent values are named. */
    private static final int TOP = 20;
    /** So many values of the alerts themselves are named. */
    private static final int OWN = 1_000;
    private final CaseFile file;
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final Set<String> arrays = new TreeSet<>();

    FieldChooser(CaseFile file) {
        this.file = file;
    }

    /** The fields for an exception made from alerts: counted over them, or over all alerts of the rule of a single one. */
    FieldChoices of(List<Alert> alerts) throws StoreException, WorkbenchException {
        Map<String, Set<String>> own = new HashMap<>();
        EventLookup lookup = new EventLookup(file);
        for (Alert alert : alerts.subList(0, Math.min(COUNTED, alerts.size()))) {
            if (alert.values().isEmpty()) {
                for (EventReference event : alert.events()) {
                    fields(lookup.row(event.id())).forEach((field, values) -> add(own, field, values));
                }
            } else {
                row(alert).forEach((field, values) -> add(own, field, values));
            }
        }
        List<Alert> all = alerts.size() == 1 ? file.alerts().ofRule(alerts.getFirst().rule().id()) : alerts;
        return choices(all, own, alerts.size() == 1 ? FieldChoices.Source.RULE : FieldChoices.Source.SELECTION);
    }

    /** Remembers the arrays of objects of a segment: values of kind JSON with fields below them. */
    private void arrays(Segment segment) {
        Set<String> paths = segment.fields().stream().map(Field::path).collect(Collectors.toSet());
        for (Field field : segment.fields()) {
            if (!arrays.contains(field.path()) && paths.stream().anyMatch(path -> path.startsWith(field.path() + "."))
                    && segment.column(field).filter(FieldChooser::holdsObjects).isPresent()) {
                arrays.add(field.path());
            }
        }
    }

    private static boolean holdsObjects(Column column) {
        for (int code = 0; code < Math.min(TOP, column.distinct()); code++) {
            if (column.dictionary().kind(code) == Kind.JSON) {
                return true;
            }
        }
        return false;
    }

    private static void add(Map<String, Set<String>> own, String field, List<String> values) {
        Set<String> known = own.computeIfAbsent(field, _ -> new LinkedHashSet<>());
        values.stream().limit(Math.max(0, OWN - known.size())).forEach(known::add);
    }

    /** The fields for an exception of a rule; those of the case where it has no alerts. */
    FieldChoices of(String ruleId) throws StoreException {
        List<Alert> all = file.alerts().ofRule(ruleId);
        return all.isEmpty() ? ofCase() : choices(all, Map.of(), FieldChoices.Source.RULE);
    }

    private FieldChoices ofCase() throws StoreException {
        long counted = 0;
        for (SegmentRef one : file.segments().list()) {
            if (counted < COUNTED) {
                Segment segment = file.segments().open(one);
                count(segment);
                arrays(segment);
                counted += segment.size();
            }
        }
        return new FieldChoices(choices(Map.of()), counted, file.segments().events(), FieldChoices.Source.CASE, false, List.copyOf(arrays));
    }

    /** Counts the values of all events of a segment: in the ECS view where it has the field, else in the source. */
    private void count(Segment segment) {
        Set<String> seen = new HashSet<>();
        for (View view : List.of(View.ECS, View.SOURCE)) {
            for (Field field : segment.fields()) {
                Optional<Column> column = field.view() == view && seen.add(field.path()) ? segment.column(field) : Optional.empty();
                column.filter(one -> !one.present().isEmpty()).ifPresent(one -> count(field.path(), one));
            }
        }
    }

    private void count(String field, Column column) {
        long[] events = new long[column.distinct()];
        Bitmap present = column.present();
        for (int event = present.next(0); event >= 0; event = present.next(event + 1)) {
            for (int i = 0; i < column.count(event); i++) {
                events[column.code(event, i)]++;
            }
        }
        Map<String, Long> known = counts.computeIfAbsent(field, _ -> new HashMap<>());
        for (int code = 0; code < events.length; code++) {
            if (events[code] > 0) {
                known.merge(column.value(code).text(), events[code], Long::sum);
            }
        }
    }

    private FieldChoices choices(List<Alert> all, Map<String, Set<String>> own, FieldChoices.Source source) throws StoreException {
        List<Alert> counted = all.subList(0, Math.min(COUNTED, all.size()));
        List<Alert> rows = counted.stream().filter(one -> !one.values().isEmpty()).toList();
        rows.forEach(one -> row(one).forEach(this::count));
        List<Alert> events = counted.stream().filter(one -> one.values().isEmpty()).toList();
        for (Map.Entry<SegmentRef, List<Alert>> group : AlertSegments.of(file, events).entrySet()) {
            Segment segment = file.segments().open(group.getKey());
            arrays(segment);
            for (Alert one : group.getValue()) {
                fields(new EventRow(segment, group.getKey().index(one.events().getFirst().id()))).forEach(this::count);
            }
        }
        own.keySet().forEach(field -> counts.computeIfAbsent(field, _ -> new HashMap<>()));
        return new FieldChoices(choices(own), counted.size(), all.size(), source, !rows.isEmpty(), List.copyOf(arrays));
    }

    private List<FieldChoice> choices(Map<String, Set<String>> own) {
        List<FieldChoice> choices = new ArrayList<>();
        counts.forEach((field, values) -> choices.add(new FieldChoice(field, List.copyOf(own.getOrDefault(field, Set.of())), values.size(), top(values), Volatility.of(field))));
        return choices;
    }

    private void count(String field, List<String> values) {
        Map<String, Long> known = counts.computeIfAbsent(field, _ -> new HashMap<>());
        new LinkedHashSet<>(values).forEach(value -> known.merge(value, 1L, Long::sum));
    }

    private static List<FieldChoice.Top> top(Map<String, Long> values) {
        return values.entrySet().stream().map(entry -> new FieldChoice.Top(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FieldChoice.Top::count).reversed().thenComparing(FieldChoice.Top::value)).limit(TOP).toList();
    }

    private static Map<String, List<String>> row(Alert alert) {
        Map<String, List<String>> row = new LinkedHashMap<>();
        alert.values().forEach((column, value) -> {
            if (value instanceof List<?> list) {
                row.put(column, list.stream().map(String::valueOf).toList());
            } else if (value != null) {
                row.put(column, List.of(value.toString()));
            }
        });
        return row;
    }

    /** An exception's field means the ECS view where the event has it there, else the source. */
    static Map<String, List<String>> fields(EventRow row) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (View view : List.of(View.ECS, View.SOURCE)) {
            for (Field field : row.segment().fields()) {
                if (field.view() == view && !fields.containsKey(field.path())) {
                    row.get(List.of(field)).ifPresent(values -> fields.put(field.path(), EventLookup.texts(values)));
                }
            }
        }
        return fields;
    }
}
