package dev.spoor.query.spl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the definitions of macros in the places where they are called, and takes comments out. A call is {@code `name`} or
 * {@code `name(first, second)`}; quoted texts are left alone; a comment stands between two {@code ```}.
 */
final class MacroExpander {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_LENGTH = 1_000_000;
    private static final String FILTER = "_filter";
    private final Macros macros;
    private final boolean lenient;
    private final Set<String> active = new HashSet<>();
    private final Expanded.Builder out = new Expanded.Builder();

    /**
     * @param lenient whether an unknown macro is passed over (to check the grammar only) instead of being an error
     */
    MacroExpander(Macros macros, boolean lenient) {
        this.macros = macros;
        this.lenient = lenient;
    }

    Expanded expand(String text) throws SplProblem {
        expand(text, -1);
        return out.build(text);
    }

    /** Whether a name is that of a rule's filter macro, which is empty unless somebody defines it. */
    static boolean isFilter(String name) {
        return name.endsWith(FILTER) && name.length() > FILTER.length();
    }

    private void expand(String text, int call) throws SplProblem {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int origin = call < 0 ? i : call;
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                add(c, origin);
                add('"', call < 0 ? i + 1 : call);
                i += 2;
            } else if (c == '"') {
                int end = Quotes.end(text, i);
                for (; i < end; i++) {
                    add(text.charAt(i), call < 0 ? i : call);
                }
            } else if (text.startsWith("```", i)) {
                int end = text.indexOf("```", i + 3);
                if (end < 0) {
                    throw SplProblem.syntax(origin, "the comment that begins here has no closing ```");
                }
                add(' ', origin);
                i = end + 3;
            } else if (c == '`') {
                int end = callEnd(text, i);
                if (end < 0) {
                    throw SplProblem.syntax(origin, "the macro call that begins here has no closing `");
                }
                call(text.substring(i + 1, end).strip(), origin);
                i = end + 1;
            } else {
                add(c, origin);
                i++;
            }
        }
    }

    private void add(char c, int origin) throws SplProblem {
        if (out.length() >= MAX_LENGTH) {
            throw SplProblem.limit(origin, "the query is longer than " + MAX_LENGTH + " characters with its macros");
        }
        out.add(c, origin);
    }

    private static int callEnd(String text, int begin) {
        int i = begin + 1;
        while (i < text.length() && text.charAt(i) != '`') {
            i = text.charAt(i) == '"' ? Quotes.end(text, i) : i + 1;
        }
        return i < text.length() ? i : -1;
    }

    private void call(String call, int origin) throws SplProblem {
        int open = call.indexOf('(');
        String name = (open < 0 ? call : call.substring(0, open)).strip();
        List<String> arguments = open < 0 ? List.of() : arguments(call.substring(open + 1), origin);
        Optional<Macro> macro = macros.find(name, arguments.size());
        if (macro.isEmpty()) {
            unknown(name, arguments.size(), origin);
            return;
        }
        String key = macro.get().key();
        if (!active.add(key)) {
            throw SplProblem.semantic(origin, "the macro " + name + " calls itself");
        }
        if (active.size() > MAX_DEPTH) {
            throw SplProblem.limit(origin, "macros call each other more than " + MAX_DEPTH + " deep");
        }
        expand(macro.get().apply(arguments), origin);
        active.remove(key);
    }

    private void unknown(String name, int arguments, int origin) throws SplProblem {
        char before = out.lastVisible();
        boolean command = before == '|' || before == '[';
        if (isFilter(name) && arguments == 0) {
            out.add(command ? "search *" : "*", origin);
        } else if (lenient) {
            out.add(command ? "search *" : before == 0 ? "*" : "macro_" + name.replaceAll("\\W", "_"), origin);
        } else if (macros.hasName(name)) {
            throw SplProblem.semantic(origin, "the macro " + name + " does not take " + arguments + " arguments");
        } else {
            throw SplProblem.semantic(origin, "unknown macro " + name + ": neither built in nor in the rule pack's macros");
        }
    }

    /** The arguments before the closing parenthesis, cut at commas outside of quotes and parentheses. */
    private static List<String> arguments(String text, int origin) throws SplProblem {
        List<String> found = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = Quotes.end(text, i);
                continue;
            }
            if (c == ')' && depth == 0) {
                String last = text.substring(begin, i).strip();
                if (!last.isEmpty() || !found.isEmpty()) {
                    found.add(bare(last));
                }
                return found;
            }
            if (c == ',' && depth == 0) {
                found.add(bare(text.substring(begin, i).strip()));
                begin = i + 1;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            i++;
        }
        throw SplProblem.syntax(origin, "the arguments of the macro have no closing parenthesis");
    }

    private static String bare(String argument) {
        boolean quoted = argument.length() > 1 && argument.charAt(0) == '"' && Quotes.end(argument, 0) == argument.length() && argument.endsWith("\"");
        return quoted ? argument.substring(1, argument.length() - 1) : argument;
    }
}
