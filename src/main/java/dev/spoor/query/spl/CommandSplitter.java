package dev.spoor.query.spl;

import java.util.ArrayList;
import java.util.List;

/** Cuts a search at the pipes that stand outside of quotes and square brackets. */
final class CommandSplitter {
    /**
     * A piece between two pipes.
     *
     * @param begin first character
     * @param end   behind the last character
     */
    record Piece(int begin, int end) {}

    private CommandSplitter() {}

    /** At least one piece; the first is blank where the text begins with a pipe. */
    static List<Piece> split(String text) throws SplProblem {
        return split(text, 0, text.length());
    }

    /** The pieces of a stretch of the text. */
    static List<Piece> split(String text, int from, int to) throws SplProblem {
        List<Piece> pieces = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        int begin = from;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (text.startsWith("\\\"", i)) {
                i += 2;
                continue;
            }
            if (c == '"') {
                if (!Quotes.closed(text, i)) {
                    throw SplProblem.syntax(i, "the text that begins here has no closing quote");
                }
                i = Quotes.end(text, i);
                continue;
            }
            if (c == '[') {
                open.add(i);
            } else if (c == ']' && !open.isEmpty()) {
                open.removeLast();
            } else if (c == '|' && open.isEmpty()) {
                pieces.add(new Piece(begin, i));
                begin = i + 1;
            }
            i++;
        }
        if (!open.isEmpty()) {
            throw SplProblem.syntax(open.getLast(), "the subsearch that begins here has no closing ]");
        }
        pieces.add(new Piece(begin, to));
        return pieces;
    }

    /** Where the square bracket that opens at a place closes. */
    static int closing(String text, int begin, int end) throws SplProblem {
        int depth = 0;
        int i = begin;
        while (i < end) {
            char c = text.charAt(i);
            if (text.startsWith("\\\"", i)) {
                i += 2;
                continue;
            }
            if (c == '"' && Quotes.closed(text, i) && Quotes.end(text, i) <= end) {
                i = Quotes.end(text, i);
                continue;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
            i++;
        }
        throw SplProblem.syntax(begin, "the subsearch that begins here has no closing ]");
    }
}
