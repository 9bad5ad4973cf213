package dev.spoor.query.eql;

import dev.spoor.query.eql.EqlNode.FieldName;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A whole query. {@code toString} gives a canonical form: {@code sequence by host.id within 50000000 [process where true] [file where true] | head 2}.
 *
 * @param kind    what is asked for
 * @param keys    join keys of all terms
 * @param maxSpan ticks between the first and the last event at most
 * @param terms   one for a query on events
 */
record EqlStatement(EventPattern.Kind kind, List<FieldName> keys, OptionalLong maxSpan, List<Term> terms, Optional<Term> until, List<EventPattern.Cut> cuts) {
    /**
     * A kind of event.
     *
     * @param category  the value of the category field; empty for any
     * @param condition what stands behind {@code where}
     */
    record Filter(Optional<String> category, EqlNode condition, Span span) {
        @Override public String toString() {
            return category.orElse("any") + " where " + condition;
        }
    }

    /**
     * A place of a sequence or sample.
     *
     * @param missing there must be no such event
     * @param keys    join keys of this term alone
     * @param runs    how often
     */
    record Term(Filter filter, boolean missing, List<FieldName> keys, int runs, Span span) {
        @Override public String toString() {
            return (missing ? "!" : "") + "[" + filter + "]" + by(keys) + (runs > 1 ? " runs " + runs : "");
        }
    }

    @Override public String toString() {
        String pipes = cuts.stream().map(cut -> " | " + (cut.first() ? "head " : "tail ") + cut.count()).collect(Collectors.joining());
        if (kind == EventPattern.Kind.EVENTS) {
            return terms.getFirst().filter() + pipes;
        }
        StringBuilder out = new StringBuilder(kind == EventPattern.Kind.SAMPLE ? "sample" : "sequence").append(by(keys));
        maxSpan.ifPresent(span -> out.append(" within ").append(span));
        terms.forEach(term -> out.append(' ').append(term));
        until.ifPresent(term -> out.append(" until ").append(term));
        return out.append(pipes).toString();
    }

    private static String by(List<FieldName> keys) {
        return keys.isEmpty() ? "" : keys.stream().map(FieldName::toString).collect(Collectors.joining(", ", " by ", ""));
    }
}
