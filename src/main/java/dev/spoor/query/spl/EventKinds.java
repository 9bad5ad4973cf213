package dev.spoor.query.spl;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Kinds of events as the tables of data models write them: {@code Channel:id,id}, {@code event.category=file&-winlog.channel}, alternatives separated by blanks. */
final class EventKinds {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

    private EventKinds() {}

    /** The condition; without alternatives every event. */
    static Expression condition(String text) {
        List<Expression> alternatives = new ArrayList<>();
        for (String alternative : text.split(" ")) {
            if (!alternative.isEmpty()) {
                alternatives.add(alternative(alternative));
            }
        }
        return alternatives.isEmpty() ? Expression.TRUE : joined(alternatives, false);
    }

    private static Expression alternative(String text) {
        List<Expression> terms = new ArrayList<>();
        for (String term : text.split("&")) {
            if (term.startsWith("source:+")) {
                terms.add(new Expression.Exists(new FieldRef(term.substring(8), List.of(Field.source(term.substring(8))))));
            } else if (term.startsWith("+") || term.startsWith("-")) {
                Expression has = new Expression.Exists(new FieldRef(term.substring(1), List.of(Field.ecs(term.substring(1)))));
                terms.add(term.startsWith("+") ? has : new Expression.Not(has));
            } else if (term.indexOf('=') > 0) {
                String name = term.substring(0, term.indexOf('='));
                terms.add(new Expression.Test(new FieldRef(name, List.of(Field.ecs(name))), new ValueTest.Equal(term.substring(term.indexOf('=') + 1), false)));
            } else {
                String[] parts = term.split(":");
                String channel = parts[0].equals("Sysmon") ? SYSMON : parts[0].replace('_', ' ');
                terms.add(new Expression.Test(FieldAliases.CHANNEL, new ValueTest.Equal(channel, true)));
                terms.add(new Expression.Test(FieldAliases.EVENT_ID, new ValueTest.OneOf(Set.copyOf(Arrays.asList(parts[1].split(","))), false)));
            }
        }
        return joined(terms, true);
    }

    static Expression joined(List<Expression> terms, boolean all) {
        return terms.size() == 1 ? terms.getFirst() : all ? new Expression.And(terms) : new Expression.Or(terms);
    }
}
