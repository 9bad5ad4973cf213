package dev.spoor.rule.exchange;

import dev.spoor.ecs.FieldType;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.text.QueryException;
import dev.spoor.rule.exceptions.Entry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads clauses that are added to a query as exceptions, with the language's own parser; all fields are taken as keywords, so that values stay as they are written. */
final class ClauseReader {
    private static final Pattern NESTED = Pattern.compile("([A-Za-z0-9_@.\\-]+)\\s*:\\s*\\{");
    private final QueryLanguages languages;

    ClauseReader(QueryLanguages languages) {
        this.languages = languages;
    }

    /** The exceptions of a clause: alternatives, each a list of entries that must all hold. */
    List<List<Entry>> read(String language, String clause) throws NotSayable {
        String query = switch (language) {
            case "eql" -> "any where " + clause;
            case "spl" -> "* | where " + clause.strip().replaceFirst("^\\|?\\s*where\\s", "");
            default -> clause;
        };
        return compiled(language, language.equals("spl") && clause.strip().matches("(?s)\\|?\\s*search\\s.*") ? "* | " + clause.strip().replaceFirst("^\\|\\s*", "") : query);
    }

    /** The exceptions of a whole query, whose condition is what stays. */
    List<List<Entry>> compiled(String language, String query) throws NotSayable {
        try {
            Query compiled = languages.find(language).orElseThrow(() -> new NotSayable("the language " + language + " is not known")).compile(query, context(query));
            if (compiled instanceof Query.Events(Expression filter, var _, var _)) {
                return ExpressionEntries.keptAway(filter);
            }
            throw new NotSayable("it does more than to ask single events");
        } catch (QueryException e) {
            throw new NotSayable(e.diagnostics().getFirst().toString());
        }
    }

    private static QueryContext context(String query) {
        Set<String> paths = new HashSet<>();
        Matcher nested = NESTED.matcher(query);
        while (nested.find()) {
            paths.add(nested.group(1));
        }
        return new QueryContext(new Keywords(paths), Set.of(), Instant.EPOCH, ZoneOffset.UTC, QueryContext.Purpose.RULE, Map.of()).ofChosenEvents();
    }

    /** Every field is a keyword; some paths are arrays of objects. */
    private record Keywords(Set<String> nested) implements FieldTypes {
        @Override public FieldType type(String path) {
            return nested.contains(path) ? FieldType.NESTED : FieldType.KEYWORD;
        }

        @Override public Optional<String> nullValue(String path) {
            return Optional.empty();
        }

        @Override public Set<String> paths() {
            return Set.of();
        }

        @Override public Optional<String> nestedParent(String path) {
            return nested.stream().filter(parent -> path.startsWith(parent + ".")).findFirst();
        }
    }
}
