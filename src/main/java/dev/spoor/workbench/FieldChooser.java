package dev.spoor.workbench;

import dev.spoor.event.Field;
import dev.spoor.event.Values;
import dev.spoor.event.View;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the fields of a rule's alerts with their values: of the rows where the rule computes rows, else of the events. */
final class FieldChooser {
    /** Values are counted in so many alerts. */
    private static final int COUNTED = 20_000;
    /** So many of the most frequent values are named. */
    private static final int TOP = 20;
    private final CaseFile file;
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    FieldChooser(CaseFile file) {
        this.file = file;
    }

    /** The fields for an exception made from an alert. */
    FieldChoices of(Alert alert) throws StoreException, WorkbenchException {
        List<Alert> all = new ArrayList<>(file.alerts().ofRule(alert.rule().id()));
        Map<String, Set<String>> own = new HashMap<>();
        if (alert.values().isEmpty()) {
            EventLookup lookup = new EventLookup(file);
            for (EventReference event : alert.events()) {
                fields(lookup.row(event.id())).forEach((field, values) -> own.computeIfAbsent(field, _ -> new LinkedHashSet<>()).addAll(values));
            }
        } else {
            row(alert).forEach((field, values) -> own.put(field, new LinkedHashSet<>(values)));
        }
        return choices(all, own);
    }

    /** The fields for an exception of a rule. */
    FieldChoices of(String ruleId) throws StoreException {
        return choices(file.alerts().ofRule(ruleId), Map.of());
    }

    private FieldChoices choices(List<Alert> all, Map<String, Set<String>> own) throws StoreException {
        List<Alert> counted = all.subList(0, Math.min(COUNTED, all.size()));
        List<Alert> rows = counted.stream().filter(one -> !one.values().isEmpty()).toList();
        rows.forEach(one -> row(one).forEach(this::count));
        List<Alert> events = counted.stream().filter(one -> one.values().isEmpty()).toList();
        for (Map.Entry<SegmentRef, List<Alert>> group : AlertSegments.of(file, events).entrySet()) {
            Segment segment = file.segments().open(group.getKey());
            for (Alert one : group.getValue()) {
                fields(new EventRow(segment, group.getKey().index(one.events().getFirst().id()))).forEach(this::count);
            }
        }
        own.keySet().forEach(field -> counts.computeIfAbsent(field, _ -> new HashMap<>()));
        List<FieldChoice> choices = new ArrayList<>();
        counts.forEach((field, values) -> choices.add(new FieldChoice(field, List.copyOf(own.getOrDefault(field, Set.of())), values.size(), top(values), Volatility.of(field))));
        return new FieldChoices(choices, counted.size(), all.size());
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
    private static Map<String, List<String>> fields(EventRow row) {
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
