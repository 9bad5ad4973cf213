package dev.spoor.query.lucene;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.lucene.LuceneNode.Name;
import dev.spoor.query.lucene.LuceneNode.Value;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.parse.LuceneRegex;
import dev.spoor.query.parse.PathGlob;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;

/** Makes nodes of single values. Used by one parser. */
final class LuceneValues {
    private final QueryErrors errors;

    LuceneValues(QueryErrors errors) {
        this.errors = errors;
    }

    /**
     * The node of a value, or empty if the token is none.
     *
     * @param tilde the {@code ~} behind the value, if any
     */
    Optional<LuceneNode> node(Optional<Name> field, LuceneToken token, Optional<LuceneToken.Suffix> tilde) {
        return switch (token) {
            case LuceneToken.Term(Glob glob, Span span) -> Optional.of(term(field, glob, span, tilde));
            case LuceneToken.Quoted(String text, Span span) -> Optional.of(quoted(field, text, span, tilde));
            case LuceneToken.Regex(String text, Span span) -> Optional.of(valued(field, regex(text, span), span));
            case LuceneToken.Range(Optional<Limit> low, Optional<Limit> high, Span span) -> Optional.of(low.isEmpty() && high.isEmpty()
                    ? anything(field) : valued(field, new Value.Range(low, high), span));
            case LuceneToken.Sign sign -> Optional.empty();
            case LuceneToken.Suffix suffix -> Optional.empty();
        };
    }

    /** A field name in which escaped stars are wildcards, too: names have no stars, and the query parser of Elasticsearch wants them escaped. */
    static Glob stars(Glob glob) {
        Glob.Builder stars = new Glob.Builder();
        for (char c : PathGlob.text(glob).toCharArray()) {
            if (c == '*') {
                stars.any();
            } else {
                stars.literal(c);
            }
        }
        return stars.build();
    }

    private LuceneNode quoted(Optional<Name> field, String text, Span span, Optional<LuceneToken.Suffix> tilde) {
        if (exists(field)) {
            return new LuceneNode.Exists(new Name(new Glob.Builder().literal(text).build(), span));
        }
        int slop = tilde.flatMap(LuceneToken.Suffix::number).map(Double::intValue).orElse(0);
        return valued(field, new Value.Phrase(text, slop), span);
    }

    private LuceneNode term(Optional<Name> field, Glob glob, Span span, Optional<LuceneToken.Suffix> tilde) {
        if (exists(field)) {
            return new LuceneNode.Exists(new Name(stars(glob), span));
        }
        if (glob.equals(Glob.ALL)) {
            return anything(field);
        }
        if (glob.pieces().stream().anyMatch(piece -> piece instanceof Glob.Wildcard)) {
            return valued(field, new Value.Pattern(glob), span);
        }
        String text = PathGlob.text(glob);
        Value value = tilde.isPresent() ? new Value.Fuzzy(text, edits(text, tilde.get().number())) : compared(text).orElse(new Value.Word(text));
        return valued(field, value, span);
    }

    private static boolean exists(Optional<Name> field) {
        return field.isPresent() && field.get().text().equals("_exists_");
    }

    private static LuceneNode anything(Optional<Name> field) {
        return field.isEmpty() || field.get().glob().equals(Glob.ALL) ? new LuceneNode.All() : new LuceneNode.Exists(field.get());
    }

    private static LuceneNode valued(Optional<Name> field, Value value, Span span) {
        return new LuceneNode.Valued(field.filter(name -> !name.glob().equals(Glob.ALL)), value, span);
    }

    private Value regex(String text, Span span) {
        LuceneRegex regex = LuceneRegex.of(text);
        if (!regex.fine()) {
            errors.unsupported(span.start(), regex.problem());
        }
        return new Value.Regex(regex.re2());
    }

    /** {@code >5}, {@code >=5}, {@code <5}, {@code <=5}. */
    private static Optional<Value> compared(String text) {
        for (String sign : List.of(">=", "<=", ">", "<")) {
            if (text.startsWith(sign) && text.length() > sign.length()) {
                Optional<Limit> limit = Optional.of(new Limit(text.substring(sign.length()), sign.length() == 2));
                return Optional.of(sign.startsWith(">") ? new Value.Range(limit, Optional.empty()) : new Value.Range(Optional.empty(), limit));
            }
        }
        return Optional.empty();
    }

    /** Elasticsearch's AUTO without a number: none up to two characters, one up to five, else two. A number below 1 is the share that must be equal. */
    private static int edits(String text, Optional<Double> number) {
        int length = text.codePointCount(0, text.length());
        if (number.isEmpty()) {
            return length < 3 ? 0 : length < 6 ? 1 : 2;
        }
        double edits = number.get() < 1 && number.get() > 0 ? (1 - number.get()) * length : number.get();
        return (int) Math.min(2, edits);
    }
}
