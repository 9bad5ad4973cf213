package dev.spoor.triage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The values of an alert by which placeholders are filled: of its row, then of its events, the last event first. Splunk's names for host and user are answered from
 * events that have only ECS names.
 *
 * @param events the events' documents, last event first
 */
public record AlertValues(Alert alert, List<AlertFields> events) {
    private static final Map<String, String> KINDRED = Map.of("host.id", "host.name", "user.id", "user.name", "agent.id", "host.name", "host.hostname", "host.name",
            "winlog.computer_name", "host.name");

    public AlertValues {
        events = List.copyOf(events);
    }

    /** The values of a field without repeats; of several events those of the first that has any. */
    public List<String> of(String field) {
        for (AlertFields event : events) {
            List<String> values = event.values(field).stream().filter(value -> !value.equals("-")).toList();
            if (!values.isEmpty()) {
                return values;
            }
        }
        return meant(field);
    }

    private List<String> meant(String field) {
        Optional<String> value = switch (field) {
            case "dest", "host", "dvc", "Computer", "ComputerName", "src_host" -> alert.host();
            case "user", "User", "src_user", "dest_user" -> alert.user();
            case "kibana.alert.rule.name", "rule.name" -> Optional.of(alert.rule().name());
            case "kibana.alert.rule.rule_id", "kibana.alert.rule.uuid" -> Optional.of(alert.rule().id());
            default -> Optional.empty();
        };
        return value.stream().toList();
    }

    /** A field that tells of the same thing and has a value here, where this one has none. */
    Optional<String> kindred(String field) {
        return Optional.ofNullable(KINDRED.get(field)).filter(other -> of(field).isEmpty() && !of(other).isEmpty());
    }

    /** Host and user by which alerts are found, as this alert has them. */
    SequencedSet<String> entities() {
        SequencedSet<String> names = new LinkedHashSet<>();
        alert.host().ifPresent(names::add);
        alert.user().ifPresent(names::add);
        return names;
    }
}
