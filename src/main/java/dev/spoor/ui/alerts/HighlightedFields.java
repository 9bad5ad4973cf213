package dev.spoor.ui.alerts;

import dev.spoor.rule.Labelled;
import dev.spoor.rule.Rule;
import dev.spoor.workbench.EventDocument;
import dev.spoor.workbench.Volatility;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The fields of an event that say most: those that the rule asks to be looked at, then who, where, what by the usual ECS names. */
final class HighlightedFields {
    private static final List<String> USUAL = List.of("event.code", "event.action", "event.outcome", "host.name", "user.name", "user.domain", "user.id",
            "process.name", "process.executable", "process.command_line", "process.parent.name", "process.parent.command_line", "process.hash.sha256", "source.ip",
            "destination.ip", "destination.port", "dns.question.name", "url.full", "file.path", "registry.path", "registry.data.strings", "service.name",
            "winlog.event_data.TargetUserName", "winlog.event_data.SubjectUserName", "winlog.event_data.ServiceName", "winlog.event_data.TicketEncryptionType");

    private static final int MOST_TELLING = 14;
    private static final int LONGEST_TELLING = 2_000;

    private HighlightedFields() {}

    /** The fields that the event has, in that order. */
    static Map<String, List<String>> of(Rule rule, EventDocument event) {
        Set<String> wanted = new LinkedHashSet<>(rule.settings().highlighted());
        for (Labelled label : rule.labels()) {
            String name = label.label().toLowerCase(Locale.ROOT).replace(' ', '_');
            if (name.contains("investigation_fields") || name.equals("fields")) {
                label.values().forEach(value -> wanted.addAll(List.of(value.strip().split("[,\\s]+"))));
            }
        }
        wanted.addAll(USUAL);
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String path : wanted) {
            List<String> values = event.fields().getOrDefault(path, event.source().get(path));
            if (values != null) {
                found.put(path, values);
            }
        }
        return found;
    }

    /** The first of them whose values tell something about the case: short ones that do not change with every event. */
    static Map<String, List<String>> telling(Rule rule, EventDocument event) {
        Map<String, List<String>> telling = new LinkedHashMap<>();
        of(rule, event).forEach((field, values) -> {
            if (telling.size() < MOST_TELLING && Volatility.of(field).isEmpty() && values.stream().allMatch(value -> value.length() <= LONGEST_TELLING)) {
                telling.put(field, values.stream().limit(2).toList());
            }
        });
        return telling;
    }
}
