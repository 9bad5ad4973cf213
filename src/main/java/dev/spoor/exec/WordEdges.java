package dev.spoor.exec;

/** Tells from the bytes beside a word of ASCII letters and digits whether {@link dev.spoor.query.expr.Words} gives it as a word of its own. In doubt it tells nothing. */
final class WordEdges {
    /** Longer words are cut into pieces, the last of which may be any text. */
    private static final int SHORT = 50;

    private WordEdges() {}

    /** Whether it is surely part of a longer word. */
    static boolean joined(byte[] bytes, int from, int to, int begin, int end) {
        if (end < to && joins(bytes[end])) {
            return true;
        }
        int at = begin;
        while (at > from && begin - at < SHORT && mayJoin(bytes[at - 1])) {
            at--;
        }
        return at < begin && begin - at < SHORT && joins(bytes[begin - 1]);
    }

    /** Whether it surely stands alone. */
    static boolean alone(byte[] bytes, int from, int to, int begin, int end) {
        return (end == to || !mayJoin(bytes[end])) && (begin == from || !mayJoin(bytes[begin - 1]));
    }

    private static boolean joins(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
    }

    private static boolean mayJoin(byte b) {
        return b < 0 || joins(b) || b == '.' || b == '\'' || b == ':' || b == ',' || b == ';';
    }
}
