package dev.spoor.query.spl;

import dev.spoor.query.text.Span;

/** Searches in square brackets. */
final class InnerSearch {
    private static final int MAX_DEPTH = 20;

    private InnerSearch() {}

    /** Reads the search that begins here with its bracket. */
    static Command.Inner read(SplScanner in) throws SplProblem {
        Span span = skip(in);
        if (depth(in.source(), span) > MAX_DEPTH) {
            throw SplProblem.limit(span.start(), "subsearches stand inside each other more than " + MAX_DEPTH + " deep");
        }
        return new Command.Inner(PipeReader.inner(in.source(), span.start() + 1, span.end() - 1), span);
    }

    /** Passes over what stands in square brackets here. */
    static Span skip(SplScanner in) throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        if (in.peek() != '[') {
            throw in.unexpected("a search in square brackets");
        }
        int close = CommandSplitter.closing(in.source(), begin, in.end());
        in.moveTo(close + 1);
        return new Span(begin, close + 1);
    }

    private static int depth(String text, Span span) {
        int depth = 0;
        int deepest = 0;
        for (int i = span.start(); i < span.end(); i++) {
            depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
