package dev.spoor.query.spl;

import dev.spoor.query.text.Span;
import java.util.List;

/** The tree of a {@code search}. */
sealed interface SearchNode {
    /** All terms; without terms everything. */
    record And(List<SearchNode> terms) implements SearchNode {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<SearchNode> terms) implements SearchNode {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(SearchNode term) implements SearchNode {}

    /**
     * A field compared with a value.
     *
     * @param operator {@code = != < <= > >=}
     */
    record Compare(String field, String operator, String value, Span span) implements SearchNode {}

    /** A field that has one of these values. */
    record In(String field, List<String> values, Span span) implements SearchNode {
        public In {
            values = List.copyOf(values);
        }
    }

    /**
     * A word or phrase that stands somewhere in the event.
     *
     * @param inCase whether its letters must stand as they are written, as {@code CASE(…)} asks
     */
    record Term(String text, boolean inCase, Span span) implements SearchNode {}

    /** A search in square brackets. */
    record Subsearch(Command.Inner inner, Span span) implements SearchNode {}
}
