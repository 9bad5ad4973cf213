package dev.spoor.query.spl;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names by which Splunk says where an event came from: {@code index}, {@code source}, {@code sourcetype}, {@code eventtype}. A case has no indexes; the
 * others name a Windows channel, which is asked for whatever format the event was read from. A document's own field of the name counts too.
 */
final class Origins {
    private static final Set<String> NAMES = Set.of("index", "source", "sourcetype", "eventtype");
    private static final List<String> PREFIXES = List.of("xmlwineventlog:", "wineventlog:", "syslog:");
    private static final Map<String, String> EVENT_TYPES = Map.of("wineventlog_security", "Security", "wineventlog_application", "Application",
            "wineventlog_system", "System", "ms-sysmon-process", "Microsoft-Windows-Sysmon/Operational");
    private final Scope scope;

    Origins(Scope scope) {
        this.scope = scope;
    }

    boolean concerns(String name) {
        return NAMES.contains(name);
    }

    /** The condition, where a comparison is about the origin of events. */
    Optional<Expression> compare(String name, String operator, String value) {
        if (!concerns(name) || !operator.equals("=") && !operator.equals("!=")) {
            return Optional.empty();
        }
        Expression equal = equal(name, value);
        return Optional.of(operator.equals("=") ? equal : new Expression.Not(equal));
    }

    private Expression equal(String name, String value) {
        boolean known = FieldAliases.own(name).stream().anyMatch(field -> scope.context().sources().contains(field.path()));
        if (value.chars().allMatch(c -> c == '*') || name.equals("index") && !known) {
            if (name.equals("index")) {
                scope.note("a case has no indexes: index=" + value + " is any event");
            }
            return Expression.TRUE;
        }
        List<Expression> terms = new ArrayList<>();
        channel(name, value.toLowerCase(Locale.ROOT), value).ifPresent(terms::add);
        if (terms.isEmpty() && !known) {
            scope.note(name + "=" + value + " is only met by documents that have a field '" + name + "' themselves");
        }
        terms.add(new Expression.Test(new FieldRef(name, List.of(Field.source(name), Field.ecs(name))), SearchTest.of("=", value, false)));
        return terms.size() == 1 ? terms.getFirst() : new Expression.Or(terms);
    }

    private static Optional<Expression> channel(String name, String lower, String value) {
        if (name.equals("eventtype")) {
            return Optional.ofNullable(EVENT_TYPES.get(lower)).map(Origins::inChannel);
        }
        for (String prefix : PREFIXES) {
            if (lower.startsWith(prefix)) {
                return Optional.of(inChannel(value.substring(prefix.length())));
            }
        }
        boolean windows = name.equals("sourcetype") && (Stars.matches(lower, "xmlwineventlog") || Stars.matches(lower, "wineventlog"));
        return windows ? Optional.of(new Expression.Exists(FieldAliases.CHANNEL)) : Optional.empty();
    }

    private static Expression inChannel(String channel) {
        ValueTest test = SearchTest.of("=", channel, false);
        return new Expression.Test(FieldAliases.CHANNEL, test);
    }
}
