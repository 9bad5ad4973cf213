package dev.spoor.query.kql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tree of a query, as it is written. {@code toString} gives the canonical form {@code (and (is user.name alice) (range bytes > 5))}. */
sealed interface KqlNode {
    /** Every event. */
    record All() implements KqlNode {
        @Override public String toString() {
            return "(all)";
        }
    }

    /** The field, or any field, has a value. */
    record Is(Optional<KqlText> field, KqlText value) implements KqlNode {
        @Override public String toString() {
            return "(is " + field.map(KqlNode::shown).orElse("_") + " " + shown(value) + ")";
        }
    }

    /** The field has any value at all. */
    record Exists(KqlText field) implements KqlNode {
        @Override public String toString() {
            return "(exists " + shown(field) + ")";
        }
    }

    /** The field's value lies on a side of a value. */
    record Range(KqlText field, Side side, KqlText value) implements KqlNode {
        @Override public String toString() {
            return "(range " + shown(field) + " " + side.name().toLowerCase(Locale.ROOT) + " " + shown(value) + ")";
        }
    }

    /** Sides of a value, by the names that Elasticsearch gives them. */
    enum Side {
        LT, LTE, GT, GTE
    }

    /** One element of an array of objects fulfils a query. */
    record Nested(KqlText path, KqlNode query) implements KqlNode {
        @Override public String toString() {
            return "(nested " + shown(path) + " " + query + ")";
        }
    }

    /** At least two conditions that all hold. */
    record And(List<KqlNode> terms) implements KqlNode {
        @Override public String toString() {
            return list("and", terms);
        }
    }

    /** At least two conditions of which one holds. */
    record Or(List<KqlNode> terms) implements KqlNode {
        @Override public String toString() {
            return list("or", terms);
        }
    }

    /** A condition that does not hold. */
    record Not(KqlNode term) implements KqlNode {
        @Override public String toString() {
            return "(not " + term + ")";
        }
    }

    private static String list(String name, List<KqlNode> terms) {
        return terms.stream().map(KqlNode::toString).collect(Collectors.joining(" ", "(" + name + " ", ")"));
    }

    private static String shown(KqlText text) {
        if (text.quoted()) {
            return "\"" + text.text() + "\"";
        }
        return text.wildcard() ? "/" + text.text() + "/" : text.text().contains(" ") ? "'" + text.text() + "'" : text.text();
    }
}
