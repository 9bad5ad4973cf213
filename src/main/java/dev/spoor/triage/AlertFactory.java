package dev.spoor.triage;

import dev.spoor.attack.Threat;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Makes alerts of what a rule found. Immutable and thread-safe. */
public final class AlertFactory {
    /** How many events an alert holds; {@code Alert.count} counts all. */
    public static final int MAX_EVENTS = 10_000;
    /** The tag of alerts of rules that only feed other rules. */
    public static final String BUILDING_BLOCK = "building block";

    private final Rule rule;
    private final Fidelity fidelity;
    private final List<String> techniques;
    private final List<String> tactics;

    /**
     * What a rule found: one event, a sequence, a group, a row.
     *
     * @param time       ticks of the last event, {@code Time.NONE} where none has a time
     * @param events     the contributing events in order; only the first 10,000 are kept
     * @param identities of all contributing events, see {@link AlertIdentity}
     * @param key        see {@link AlertIdentity#alert}
     * @param fields     the row, and the document of the last event
     * @param count      contributing events
     * @param suppressed how many further alerts it stands for
     * @param shaping    the events that tell its shape, see {@link VariantShape#of}
     */
    public record Finding(long time, List<EventReference> events, List<String> identities, String key, AlertFields fields, long count, long suppressed,
            List<AlertFields> shaping) {
        public Finding {
            events = List.copyOf(events);
            identities = List.copyOf(identities);
            shaping = List.copyOf(shaping);
        }

        /** A finding that stands for itself only. */
        public Finding(long time, List<EventReference> events, List<String> identities, String key, AlertFields fields, long count) {
            this(time, events, identities, key, fields, count, 0, List.of(fields));
        }
    }

    public AlertFactory(Rule rule, Fidelity fidelity) {
        this.rule = rule;
        this.fidelity = fidelity;
        this.techniques = techniques(rule.threats());
        this.tactics = rule.threats().stream().map(threat -> threat.tactic().id()).filter(id -> !id.isEmpty()).distinct().toList();
    }

    /** The open alert of a finding. */
    public Alert alert(Finding found) {
        String id = AlertIdentity.alert(rule.id(), rule.version(), found.identities(), found.key());
        Optional<Severity> severity = Overrides.severity(rule, found.fields());
        String name = Overrides.name(rule, found.fields());
        Alert.RuleStamp stamp = new Alert.RuleStamp(rule.id(), name, rule.origin(), rule.language(), rule.version(), fidelity.status());
        List<EventReference> events = found.events().subList(0, Math.min(MAX_EVENTS, found.events().size()));
        return new Alert(id, stamp, found.time(), severity.orElse(rule.severity()), severity.isEmpty() && rule.severityDerived(), Overrides.risk(rule, found.fields()), Status.OPEN,
                Optional.empty(), techniques, tactics,
                found.fields().host(), found.fields().user(), AlertSummary.of(rule, name, found), events, found.fields().row(), found.count(), true,
                rule.settings().buildingBlock() ? List.of(BUILDING_BLOCK) : List.of(), found.suppressed(), VariantShape.of(rule.id(), found.shaping()));
    }

    /** The ids of all techniques and sub-techniques, in the rule's order, without repeats. */
    public static List<String> techniques(List<Threat> threats) {
        SequencedSet<String> ids = new LinkedHashSet<>();
        for (Threat threat : threats) {
            for (Threat.Technique technique : threat.techniques()) {
                ids.add(technique.reference().id());
                technique.subtechniques().forEach(sub -> ids.add(sub.id()));
            }
        }
        ids.remove("");
        return new ArrayList<>(ids);
    }
}
