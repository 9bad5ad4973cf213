package dev.spoor.triage;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Severity;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What an analyst works on: a match of a rule, and what was decided about it. Immutable; a decision makes a new one.
 *
 * @param id              stable: hash of rule id, rule version, event identities and the finisher's key
 * @param time            ticks of the last event, {@code Time.NONE} where no event has a time
 * @param severityDerived whether the rule states no severity
 * @param techniques      ATT&amp;CK ids of techniques and sub-techniques, in the rule's order, without repeats
 * @param host            of the last event, empty where it has none
 * @param summary         one plain sentence
 * @param events          all events, or the first 10,000
 * @param values          the row of an aggregating rule, column to value (text, number, boolean or list), in column order; else empty
 * @param count           number of contributing events
 * @param reproduced      whether the newest run of the rule produced it again
 * @param suppressed      how many alerts beside itself it stands for, because its rule suppresses them
 * @param variant         the alerts of its rule that look alike
 * @param ruleSeverity    what the rule says, of which {@code severity} differs where its host or user is critical or an analyst gave another
 * @param given           the severity that an analyst gave
 */
public record Alert(String id, RuleStamp rule, long time, Severity severity, boolean severityDerived, OptionalInt risk, Status status, Optional<Reason> reason,
        List<String> techniques, List<String> tactics, Optional<String> host, Optional<String> user, String summary, List<EventReference> events,
        Map<String, Object> values, long count, boolean reproduced, List<String> tags, long suppressed, Variant variant,
        Severity ruleSeverity, Optional<GivenSeverity> given) {
    /** The rule as it was when it ran. */
    public record RuleStamp(String id, String name, RuleOrigin origin, String language, String version, Fidelity.Status fidelity) {}

    public Alert {
        techniques = List.copyOf(techniques);
        tactics = List.copyOf(tactics);
        events = List.copyOf(events);
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
        tags = List.copyOf(tags);
    }

    /** An alert whose severity is the rule's. */
    public Alert(String id, RuleStamp rule, long time, Severity severity, boolean severityDerived, OptionalInt risk, Status status, Optional<Reason> reason,
            List<String> techniques, List<String> tactics, Optional<String> host, Optional<String> user, String summary, List<EventReference> events,
            Map<String, Object> values, long count, boolean reproduced, List<String> tags, long suppressed, Variant variant) {
        this(id, rule, time, severity, severityDerived, risk, status, reason, techniques, tactics, host, user, summary, events, values, count, reproduced, tags, suppressed,
                variant, severity, Optional.empty());
    }

    /** An alert that stands for itself only. */
    public Alert(String id, RuleStamp rule, long time, Severity severity, boolean severityDerived, OptionalInt risk, Status status, Optional<Reason> reason,
            List<String> techniques, List<String> tactics, Optional<String> host, Optional<String> user, String summary, List<EventReference> events,
            Map<String, Object> values, long count, boolean reproduced, List<String> tags) {
        this(id, rule, time, severity, severityDerived, risk, status, reason, techniques, tactics, host, user, summary, events, values, count, reproduced, tags, 0,
                Variant.NONE);
    }

    /** The same alert with another decision. */
    public Alert decided(Status newStatus, Optional<Reason> newReason) {
        return new Alert(id, rule, time, severity, severityDerived, risk, newStatus, newReason, techniques, tactics, host, user, summary, events, values, count,
                reproduced, tags, suppressed, variant, ruleSeverity, given);
    }

    /** The same alert with another severity. */
    public Alert withSeverity(Severity other) {
        return new Alert(id, rule, time, other, severityDerived, risk, status, reason, techniques, tactics, host, user, summary, events, values, count, reproduced, tags,
                suppressed, variant, ruleSeverity, given);
    }

    /** The same alert with the severity that an analyst gave. */
    Alert given(GivenSeverity wanted) {
        return new Alert(id, rule, time, wanted.severity().orElse(severity), severityDerived, risk, status, reason, techniques, tactics, host, user, summary, events, values,
                count, reproduced, tags, suppressed, variant, ruleSeverity, Optional.of(wanted));
    }

    /** The same alert with more tags, sorted; itself where it has them all. */
    public Alert tagged(Collection<String> more) {
        if (tags.containsAll(more)) {
            return this;
        }
        TreeSet<String> all = new TreeSet<>(tags);
        all.addAll(more);
        return new Alert(id, rule, time, severity, severityDerived, risk, status, reason, techniques, tactics, host, user, summary, events, values, count, reproduced,
                List.copyOf(all), suppressed, variant, ruleSeverity, given);
    }

    /** The same alert as one of a variant. */
    public Alert like(Variant alike) {
        return new Alert(id, rule, time, severity, severityDerived, risk, status, reason, techniques, tactics, host, user, summary, events, values, count, reproduced, tags,
                suppressed, alike, ruleSeverity, given);
    }
}
