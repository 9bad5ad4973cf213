package dev.spoor.explain;

import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Locale;

/** Finds where a clause stands in the text of a query: the name of its field, and behind it a text that it looks for. Conditions keep no places, so it is a search; the first place counts. */
final class QueryPlaces {
    /** So far behind the name the text may stand. */
    private static final int NEAR = 400;
    private final String query;

    QueryPlaces(String query) {
        String lower = query.toLowerCase(Locale.ROOT);
        this.query = lower.length() == query.length() ? lower : query;
    }

    Span find(String field, List<String> literals) {
        String name = field.toLowerCase(Locale.ROOT);
        Span alone = Span.NONE;
        for (int at = query.indexOf(name); at >= 0 && !name.isEmpty(); at = query.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (part(at - 1) || part(end)) {
                continue;
            }
            alone = alone.equals(Span.NONE) ? new Span(at, end) : alone;
            for (String literal : literals) {
                int place = literal.isEmpty() ? -1 : query.indexOf(literal.toLowerCase(Locale.ROOT), end);
                if (place >= 0 && place < end + NEAR) {
                    return new Span(at, Math.min(query.length(), place + literal.length()));
                }
            }
        }
        return alone;
    }

    private boolean part(int index) {
        return index >= 0 && index < query.length() && (Character.isLetterOrDigit(query.charAt(index)) || "._".indexOf(query.charAt(index)) >= 0);
    }
}
