package dev.spoor.query.dsl;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.WordMode;
import dev.spoor.query.expr.Words;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.LooseMatch;
import dev.spoor.query.parse.LuceneRegex;
import dev.spoor.query.parse.TypedMatch;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the value of a clause means to a field of a type. {@code match} cuts its value into words as the field's text was cut; {@code term}, {@code terms},
 * {@code wildcard}, {@code prefix} and {@code regexp} do not: on text they are compared with each word as it is, which is in lower case.
 */
final class DslFits {
    private static final Set<String> TERM = Set.of("value", "case_insensitive");
    private static final Set<String> WILDCARD = Set.of("value", "wildcard", "case_insensitive");
    private static final Set<String> REGEXP = Set.of("value", "case_insensitive", "flags");
    private static final Set<String> MATCH = Set.of("query", "operator", "type", "zero_terms_query");
    private static final Set<String> PHRASE = Set.of("query", "slop", "zero_terms_query");
    private final TypedMatch match;
    private final DslProblems problems;

    DslFits(TypedMatch match, DslProblems problems) {
        this.match = match;
        this.problems = problems;
    }

    /** The meaning of a clause, or empty where it has none, which is reported. */
    Optional<Function<FieldType, Fit>> of(DslOptions options) {
        return switch (options.clause()) {
            case "term" -> simple(options, TERM, text -> type -> term(type, text, options.flag("case_insensitive")), "value");
            case "wildcard" -> simple(options, WILDCARD, text -> type -> like(type, pattern(text), options.flag("case_insensitive")), "value", "wildcard");
            case "prefix" -> simple(options, TERM, text -> type -> like(type, new Glob.Builder().literal(text).any().build(), options.flag("case_insensitive")), "value");
            case "regexp" -> regexp(options);
            case "match" -> match(options);
            case "match_phrase" -> phrase(options);
            case "match_phrase_prefix" -> simple(options, PHRASE, text -> type -> phrasePrefix(type, text), "query");
            default -> refused("the clause \"" + options.clause() + "\" of Elasticsearch's Query DSL cannot be run");
        };
    }

    private Optional<Function<FieldType, Fit>> simple(DslOptions options, Set<String> known, Function<String, Function<FieldType, Fit>> meaning, String... main) {
        options.allow(known, problems);
        if (!options.main(main).isValueNode() || options.main(main).isNull()) {
            return refused("\"" + options.clause() + "\" on " + options.field() + " needs a value");
        }
        return Optional.of(meaning.apply(options.main(main).asText()));
    }

    private Optional<Function<FieldType, Fit>> match(DslOptions options) {
        String kind = options.text("type");
        if (kind.equals("phrase")) {
            return simple(options, MATCH, text -> type -> match.equal(type, text, true), "query");
        }
        if (!kind.isEmpty() && !kind.equals("boolean") || options.text("zero_terms_query").equals("all")) {
            return refused("\"match\" with " + (kind.isEmpty() ? "zero_terms_query all" : "type " + kind) + " cannot be run");
        }
        boolean all = options.text("operator").toLowerCase(Locale.ROOT).equals("and");
        return simple(options, MATCH, text -> type -> all && type.analysed() ? Fit.by(new ValueTest.HasWords(Words.of(text), WordMode.ALL)) : match.equal(type, text, false),
                "query");
    }

    private Optional<Function<FieldType, Fit>> phrase(DslOptions options) {
        String slop = options.text("slop");
        if (!slop.isEmpty() && !slop.matches("[0-9]{1,5}") || options.text("zero_terms_query").equals("all")) {
            return refused("\"match_phrase\" with " + (slop.isEmpty() ? "zero_terms_query all" : "slop " + slop) + " cannot be run");
        }
        int moves = slop.isEmpty() ? 0 : Integer.parseInt(slop);
        return simple(options, PHRASE, text -> type -> moves == 0 ? match.equal(type, text, true) : LooseMatch.near(type, text, moves, match), "query");
    }

    private Optional<Function<FieldType, Fit>> regexp(DslOptions options) {
        if (!options.text("flags").isEmpty() && !options.text("flags").equals("ALL")) {
            return refused("\"regexp\" with the flags " + options.text("flags") + " cannot be run");
        }
        LuceneRegex regex = LuceneRegex.of(options.main("value").asText());
        if (!regex.fine()) {
            return refused(regex.problem());
        }
        boolean ignoreCase = options.flag("case_insensitive");
        return simple(options, REGEXP, _ -> type -> LooseMatch.regex(type, ignoreCase ? "(?i:" + regex.re2() + ")" : regex.re2()), "value");
    }

    Fit term(FieldType type, String text, boolean ignoreCase) {
        if (type.analysed()) {
            return Fit.by(new ValueTest.AnyWord(new ValueTest.Equal(text, ignoreCase)));
        }
        return ignoreCase && !spelt(type) ? new Fit.Unfit("case_insensitive does not work on a field of this type") : folded(match.equal(type, text, false), ignoreCase);
    }

    private Fit like(FieldType type, Glob pattern, boolean ignoreCase) {
        return type.analysed() ? Fit.by(new ValueTest.AnyWord(new ValueTest.Like(pattern, ignoreCase))) : folded(match.like(type, pattern), ignoreCase);
    }

    private static Fit phrasePrefix(FieldType type, String text) {
        return type.analysed() ? Fit.by(new ValueTest.HasWords(Words.of(text), WordMode.PHRASE_PREFIX))
                : new Fit.Unfit("match_phrase_prefix works on text only");
    }

    private static Fit folded(Fit fit, boolean ignoreCase) {
        if (!ignoreCase || !(fit instanceof Fit.Tested(ValueTest test))) {
            return fit;
        }
        return switch (test) {
            case ValueTest.Equal(String text, boolean _) -> Fit.by(new ValueTest.Equal(text, true));
            case ValueTest.Like(Glob glob, boolean _) -> Fit.by(new ValueTest.Like(glob, true));
            default -> fit;
        };
    }

    /** Whether values of a type are compared by their spelling. */
    private static boolean spelt(FieldType type) {
        return switch (type) {
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, FLATTENED, VERSION, UNKNOWN -> true;
            case TEXT, MATCH_ONLY_TEXT, LONG, DOUBLE, BOOLEAN, DATE, IP, NESTED, OBJECT -> false;
        };
    }

    /** {@code *} any characters, {@code ?} one; a backslash takes the next character at its word, whatever it is. */
    static Glob pattern(String text) {
        Glob.Builder glob = new Glob.Builder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                glob.literal(text.charAt(++i));
            } else if (c == '*') {
                glob.any();
            } else if (c == '?') {
                glob.one();
            } else {
                glob.literal(c);
            }
        }
        return glob.build();
    }

    private Optional<Function<FieldType, Fit>> refused(String message) {
        problems.add(message);
        return Optional.empty();
    }
}
