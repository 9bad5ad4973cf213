package dev.spoor.rule.reader.elastic;

import com.google.re2j.Pattern;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the query at the end of a plain-text guide: the lines after the last line of prose, from the first that a query of the rule's type can begin with
 * ({@code field:value} in KQL and Lucene, {@code category where}, {@code sequence} or {@code sample} in EQL, {@code from} in ES|QL). Where a query seems to
 * begin and prose follows without a list or a title in between, nobody can tell what is query and what is guide: a problem.
 *
 * @param before  the guide's lines
 * @param query   the query, lines as they stand
 * @param start   index of the line where the query begins, or of the line that the problem is about
 * @param problem why there is no query
 */
record QueryBlock(List<String> before, String query, int start, Optional<String> problem) {
    private static final Pattern KQL = Pattern.compile("\\s*(?:[(\\s]|(?i:not)\\s)*(?:\"[^\"]+\"|[A-Za-z_@][A-Za-z0-9_@*-]*(?:\\.[A-Za-z0-9_@*-]+)+)\\s*(?::|[<>]=?)\\s*\\S.*"
            + "|\\s*(?:[(\\s]|(?i:not)\\s)*[A-Za-z_@][A-Za-z0-9_@*-]*:[^\\s/].*");
    private static final Pattern EQL =
            Pattern.compile("\\s*(?:sequence|sample|join)(?:\\s+(?:by|with)\\s.*|\\s*\\[.*|\\s*)|\\s*\\[?\\s*(?:[a-z_*]+|\"[^\"]+\")\\s+where\\s+\\S.*|\\s*[a-z_]+\\s+where\\s*");
    private static final Pattern ESQL = Pattern.compile("\\s*(?:from|FROM|row|ROW|ts|TS)(?:\\s+[\\w\".*:-]+.*|\\s*)|\\s*(?:show|SHOW)\\s+(?:info|INFO).*");
    private static final Pattern OPENS = Pattern.compile("\\s*(?:\\(|\\[|/\\*|//|\"|(?i:not)\\s).*");
    private static final Pattern LIST_ITEM = Pattern.compile("\\s*(?:[-*•]|\\d+\\.)\\s+\\S.*");
    private static final Pattern ANY_VALUE = Pattern.compile("\\s*\\*\\s+(?i:and|or|not)\\b.*");
    private static final Set<String> QUERY_WORDS = Set.of("and", "or", "not", "where", "by", "with", "in", "like", "regex", "true", "false", "null", "from", "sequence");
    private static final int FEWEST_WORDS = 3;

    /** A body without a query. */
    static QueryBlock none(List<String> body) {
        return new QueryBlock(body, "", body.size(), Optional.empty());
    }

    /** Finds the query of a rule of the given type. */
    static QueryBlock find(String type, List<String> body) {
        BitSet comments = comments(body);
        int lastProse = body.size() - 1;
        while (lastProse >= 0 && (comments.get(lastProse) || !prose(body.get(lastProse)))) {
            lastProse--;
        }
        int start = lastProse + 1;
        while (start < body.size() && (comments.get(start) || !begins(type, body.get(start)))) {
            start++;
        }
        if (start == body.size()) {
            return failed("No line between the guide and \"Framework:\" looks like the begin of a query of type " + type, Math.max(0, body.size() - 1));
        }
        int doubtful = doubtful(type, body, lastProse);
        if (doubtful >= 0) {
            return failed("A query seems to begin here, but text follows that is none: it is unclear where the guide ends", doubtful);
        }
        while (start - 1 > lastProse && (comments.get(start - 1) || OPENS.matches(body.get(start - 1)))) {
            start--;
        }
        return new QueryBlock(body.subList(0, start), String.join("\n", body.subList(start, body.size())).strip(), start, Optional.empty());
    }

    /** Lines of comments that begin a line with {@code /*} and end another one. */
    private static BitSet comments(List<String> body) {
        BitSet comments = new BitSet();
        int open = -1;
        for (int i = 0; i < body.size(); i++) {
            String line = body.get(i).strip();
            if (open >= 0 && line.endsWith("*/")) {
                comments.set(open, i + 1);
                open = -1;
            } else if (open < 0 && line.startsWith("/*") && !line.contains("*/")) {
                open = i;
            }
        }
        return comments;
    }

    /** A line before the last prose that begins a query, with neither list nor title between them; -1 if there is none. */
    private static int doubtful(String type, List<String> body, int lastProse) {
        for (int i = lastProse; i >= 0 && !item(body.get(i)) && !GuideTitle.known(body.get(i)); i--) {
            if (begins(type, body.get(i)) && !sentence(body.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean item(String line) {
        return LIST_ITEM.matches(line) && !ANY_VALUE.matches(line);
    }

    private static boolean begins(String type, String line) {
        return switch (type) {
            case "eql" -> EQL.matches(line);
            case "esql" -> ESQL.matches(line);
            default -> KQL.matches(line);
        };
    }

    private static boolean prose(String line) {
        return item(line) || GuideTitle.known(line) || sentence(line);
    }

    /** Ends like a sentence and has words that no query has. */
    private static boolean sentence(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("//") || !".?!:".contains(text.substring(text.length() - 1))) {
            return false;
        }
        long words = List.of(text.split("\\s+")).stream().filter(QueryBlock::plainWord).count();
        return words >= FEWEST_WORDS;
    }

    private static boolean plainWord(String word) {
        return word.chars().allMatch(c -> Character.isLetter(c) || c == ',' || c == '.' || c == '\'') && word.chars().anyMatch(Character::isLetter)
                && (word.indexOf('.') < 0 || word.endsWith(".")) && !QUERY_WORDS.contains(word);
    }

    private static QueryBlock failed(String message, int line) {
        return new QueryBlock(List.of(), "", line, Optional.of(message));
    }
}
