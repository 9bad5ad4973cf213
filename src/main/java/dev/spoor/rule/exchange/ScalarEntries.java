package dev.spoor.rule.exchange;

import dev.spoor.query.expr.Scalar;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.Entry.Operator;
import java.util.List;
import java.util.Optional;

/** Conditions of Splunk's {@code where} as entries: a field equal to a text, {@code isnotnull}, {@code match}, {@code cidrmatch}. */
final class ScalarEntries {
    private ScalarEntries() {}

    static Entry entry(Scalar scalar) throws NotSayable {
        if (scalar instanceof Scalar.Compare compare && compare.operator() == Scalar.Operator.EQUAL) {
            Optional<String> text = text(compare.right());
            if (compare.left() instanceof Scalar.Name(var field) && text.isPresent()) {
                return new Entry(field.name(), Operator.IS, false, List.of(text.get()), false);
            }
            if (compare.left() instanceof Scalar.Call lower && lower.function().equals("spl.lower") && lower.arguments().getFirst() instanceof Scalar.Name(var field)
                    && text.isPresent()) {
                return new Entry(field.name(), Operator.IS, false, List.of(text.get()), true);
            }
        }
        if (scalar instanceof Scalar.Call call && !call.arguments().isEmpty()) {
            return called(call);
        }
        throw refused();
    }

    private static Entry called(Scalar.Call call) throws NotSayable {
        Scalar first = call.arguments().getFirst();
        Scalar last = call.arguments().getLast();
        switch (call.function()) {
            case "spl.isnotnull" -> {
                return new Entry(name(first), Operator.EXISTS, false, List.of(), false);
            }
            case "spl.isnull" -> {
                return new Entry(name(first), Operator.EXISTS, true, List.of(), false);
            }
            case "spl.match" -> {
                Optional<RegexGlob.Found> found = text(last).flatMap(regex -> RegexGlob.read(regex, false));
                if (found.isPresent()) {
                    return found.get().entry(name(first), false);
                }
            }
            case "spl.cidrmatch" -> {
                if (text(first).isPresent()) {
                    return new Entry(name(last), Operator.IN_NETWORK, false, List.of(text(first).get()), false);
                }
            }
            default -> {}
        }
        throw refused();
    }

    private static String name(Scalar scalar) throws NotSayable {
        if (scalar instanceof Scalar.Name(var field)) {
            return field.name();
        }
        throw refused();
    }

    private static Optional<String> text(Scalar scalar) {
        return scalar instanceof Scalar.Literal(Optional<Object> value) ? value.map(Object::toString) : Optional.empty();
    }

    private static NotSayable refused() {
        return new NotSayable("it computes something; an exception compares fields with values");
    }
}
