package dev.spoor.query.spl;

import dev.spoor.query.spl.Command.Name;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what stands behind most commands: options ({@code name=value}), field names and numbers. */
final class Arguments {
    private static final String STOPS = ",()=\"[]|";
    private final SplScanner in;

    Arguments(SplScanner in) {
        this.in = in;
    }

    SplScanner scanner() {
        return in;
    }

    /** Takes the options that come next, as far as their names are known; options may stand between other arguments. */
    Map<String, String> options(Set<String> names) throws SplProblem {
        Map<String, String> options = new HashMap<>();
        option(names, options);
        return options;
    }

    /** Takes options that come next. */
    void option(Set<String> names, Map<String, String> into) throws SplProblem {
        while (!in.atEnd()) {
            int begin = in.position();
            String word = SplScanner.lower(in.bare(STOPS));
            if (!names.contains(word) || !in.accept("=")) {
                in.moveTo(begin);
                return;
            }
            into.put(word, text("a value for " + word));
        }
    }

    /** A quoted text or a word. */
    String text(String what) throws SplProblem {
        in.skipBlanks();
        if (in.peek() == '"') {
            return in.quoted();
        }
        String word = in.bare(",()\"[]|");
        if (word.isEmpty()) {
            throw in.unexpected(what);
        }
        return word;
    }

    Name name(String what) throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        boolean quoted = in.peek() == '"' || in.peek() == '\'' && Quotes.closed(in.text(0, in.end()), begin);
        String text = quoted ? in.quoted() : in.bare(STOPS);
        if (text.isEmpty()) {
            throw in.unexpected(what);
        }
        return new Name(text, new Span(begin, in.position()));
    }

    /** A new name of a measure, which may hold parentheses, as in {@code flags(inherited)}. */
    Name alias() throws SplProblem {
        Name name = name("a name after as");
        int begin = name.span().start();
        if (in.peek() != '(' || in.text(begin, begin + 1).equals("\"")) {
            return name;
        }
        in.bare(",=\"[]|");
        return new Name(in.text(begin, in.position()), new Span(begin, in.position()));
    }

    /** Names separated by blanks or commas, up to the end or one of these words. */
    List<Name> names(String... stopWords) throws SplProblem {
        List<Name> names = new ArrayList<>();
        while (!in.atEnd() && !looksAt(stopWords)) {
            if (in.accept(",")) {
                if (names.isEmpty() || in.atEnd()) {
                    throw in.unexpected("a field name");
                }
                continue;
            }
            names.add(name("a field name"));
        }
        return names;
    }

    List<Name> someNames(String... stopWords) throws SplProblem {
        List<Name> names = names(stopWords);
        if (names.isEmpty()) {
            throw in.unexpected("a field name");
        }
        return names;
    }

    private boolean looksAt(String[] words) {
        for (String word : words) {
            if (in.looksAtWord(word)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a whole number if one comes next. */
    OptionalLong number() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        String word = in.bare(STOPS);
        if (word.isEmpty() || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            in.moveTo(begin);
            return OptionalLong.empty();
        }
        return OptionalLong.of(count(word, begin));
    }

    static long count(String word, int offset) throws SplProblem {
        if (!word.matches("[0-9]{1,15}")) {
            throw SplProblem.syntax(offset, "expected a whole number, found '" + word + "'");
        }
        return Long.parseLong(word);
    }

    boolean flag(Map<String, String> options, String name, boolean otherwise) throws SplProblem {
        String value = options.get(name);
        if (value == null) {
            return otherwise;
        }
        return switch (SplScanner.lower(value)) {
            case "true", "t", "1", "yes" -> true;
            case "false", "f", "0", "no" -> false;
            default -> throw SplProblem.syntax(in.position(), "expected true or false for " + name + ", found '" + value + "'");
        };
    }

    long count(Map<String, String> options, String name, long otherwise) throws SplProblem {
        String value = options.get(name);
        return value == null ? otherwise : count(value, in.position());
    }

    void end() throws SplProblem {
        if (!in.atEnd()) {
            throw in.unexpected("the end of the command");
        }
    }
}
