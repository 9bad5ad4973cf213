package dev.spoor.triage;

import com.google.re2j.Pattern;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleSettings;
import dev.spoor.rule.Severity;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a rule takes from the event instead of from itself, as Kibana does: of several severities whose values the event has, the highest; the risk score from the
 * first mapped field, where it has a number from 0 to 100 (the highest of several); the name from a field that has a text.
 */
final class Overrides {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,20})?");
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private Overrides() {}

    /** The severity that the event's values give; empty where they give none. */
    static Optional<Severity> severity(Rule rule, AlertFields fields) {
        return rule.settings().severities().stream().filter(one -> fields.values(one.field()).contains(one.value())).map(RuleSettings.SeverityValue::severity)
                .max(Comparator.naturalOrder());
    }

    /** The risk score of the event, rounded, else that of the rule. */
    static OptionalInt risk(Rule rule, AlertFields fields) {
        List<String> values = rule.settings().riskFields().isEmpty() ? List.of() : fields.values(rule.settings().riskFields().getFirst());
        Optional<BigDecimal> highest = values.stream().filter(text -> NUMBER.matches(text)).map(BigDecimal::new).filter(number -> number.compareTo(MOST) <= 0)
                .max(Comparator.naturalOrder());
        return highest.isPresent() ? OptionalInt.of((int) Math.round(highest.get().doubleValue())) : rule.risk();
    }

    /** The name of the alerts' rule. */
    static String name(Rule rule, AlertFields fields) {
        return rule.settings().nameOverride().flatMap(field -> fields.values(field).stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst()).orElse(rule.name());
    }
}
