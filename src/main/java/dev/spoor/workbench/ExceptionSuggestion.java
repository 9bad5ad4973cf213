package dev.spoor.workbench;

import dev.spoor.detect.RuleCompilation;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.event.Field;
import dev.spoor.event.Values;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.segment.EventRow;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes an exception from alerts. */
final class ExceptionSuggestion {
    /** More different values in several alerts are no reason to name them. */
    private static final int FEW = 5;
    private final CaseFile file;
    private final RuleCompiler compiler;

    ExceptionSuggestion(CaseFile file, RuleCompiler compiler) {
        this.file = file;
        this.compiler = compiler;
    }

    /** An exception that covers all of some alerts: what the first suggests, with the values of the others where there are few. */
    ExceptionDraft of(List<Alert> alerts) throws StoreException, WorkbenchException {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        boolean first = true;
        for (Alert alert : alerts) {
            Map<String, Set<String>> suggested = new LinkedHashMap<>();
            (alert.values().isEmpty() ? ofEvent(alert) : ofRow(alert)).forEach(entry -> suggested.put(entry.field(), new LinkedHashSet<>(entry.values())));
            if (first) {
                values.putAll(suggested);
            } else {
                values.keySet().retainAll(suggested.keySet());
                values.forEach((field, known) -> known.addAll(suggested.get(field)));
            }
            first = false;
        }
        List<Entry> entries = new ArrayList<>();
        values.forEach((field, known) -> {
            if (alerts.size() == 1 || known.size() <= FEW) {
                entries.add(new Entry(field, known.size() == 1 ? Entry.Operator.IS : Entry.Operator.IS_ONE_OF, false, List.copyOf(known), false));
            }
        });
        if (entries.isEmpty()) {
            throw new WorkbenchException(alerts.size() == 1 ? "The alert has no field that an exception could be made of. Describe the exception with --item."
                    : "The alerts have no field in common that an exception could be made of.");
        }
        return new ExceptionDraft("", entries, "", Optional.empty());
    }

    private static List<Entry> ofRow(Alert alert) {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, Object> column : alert.values().entrySet()) {
            if (Volatility.of(column.getKey()).isEmpty() && column.getValue() instanceof String text) {
                entries.add(new Entry(column.getKey(), Entry.Operator.IS, false, List.of(text), false));
            }
        }
        return entries;
    }

    private List<Entry> ofEvent(Alert alert) throws StoreException, WorkbenchException {
        EventRow row = new EventLookup(file).row(alert.events().getFirst().id());
        Set<String> fields = new LinkedHashSet<>(new TreeSet<>(read(alert, row)));
        fields.add("host.name");
        fields.add("user.name");
        List<Entry> entries = new ArrayList<>();
        for (String field : fields) {
            Optional<Values> values = row.get(List.of(Field.ecs(field), Field.source(field)));
            if (values.isPresent() && Volatility.of(field).isEmpty()) {
                List<String> texts = EventLookup.texts(values.get());
                entries.add(new Entry(field, texts.size() == 1 ? Entry.Operator.IS : Entry.Operator.IS_ONE_OF, false, texts, false));
            }
        }
        return entries;
    }

    /** The fields that the alert's rule reads. */
    private Set<String> read(Alert alert, EventRow row) throws StoreException, WorkbenchException {
        Rule rule = file.runs().find(alert.rule().id()).orElseThrow(() -> new WorkbenchException("The case has no rule " + alert.rule().id() + ".")).rule();
        QueryContext context = new CaseTypes(file).context(row.segment().dataset(), Instant.EPOCH, ZoneOffset.UTC, QueryContext.Purpose.RULE, rule.macros());
        return switch (compiler.compile(rule, context, List.of())) {
            case RuleCompilation.Runnable(var compiled) -> compiled.fields();
            case RuleCompilation.Refused _ -> Set.of();
        };
    }
}
