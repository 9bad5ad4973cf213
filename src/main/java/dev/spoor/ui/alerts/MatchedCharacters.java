package dev.spoor.ui.alerts;

import dev.spoor.explain.Clause;
import dev.spoor.explain.RuleExplanation;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The characters of an event's values that made a rule's clauses hold, and where they stand in the record itself. Clauses below a "not" do not count: what they match spoke against it. */
final class MatchedCharacters {
    static final MatchedCharacters NONE = new MatchedCharacters();
    private static final int MOST_PLACES = 5;
    private final Map<String, Set<Span>> byValue = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<Span>>> byField = new LinkedHashMap<>();

    /** Of what a rule makes of an event. */
    static MatchedCharacters of(RuleExplanation explained) {
        MatchedCharacters found = new MatchedCharacters();
        explained.parts().stream().filter(part -> part.clause().holds()).forEach(part -> found.add(part.clause()));
        return found;
    }

    private void add(Clause clause) {
        if (!clause.holds() || clause.kind().equals("not")) {
            return;
        }
        clause.children().forEach(this::add);
        for (Clause.Held held : clause.values()) {
            if (held.passes()) {
                byValue.computeIfAbsent(held.value(), value -> new LinkedHashSet<>()).addAll(held.matches());
                byField.computeIfAbsent(held.field(), field -> new LinkedHashMap<>()).computeIfAbsent(held.value(), value -> new LinkedHashSet<>()).addAll(held.matches());
            }
        }
    }

    /** Those of a value of a field, in order and without overlap. */
    List<Span> in(String field, String value) {
        return apart(byField.getOrDefault(field, Map.of()).getOrDefault(value, Set.of()));
    }

    /** Where they stand in a record, which may have written the values with the escapes of XML or JSON. */
    List<Span> inRecord(String raw) {
        List<Span> found = new ArrayList<>();
        byValue.forEach((value, marks) -> {
            for (Escape escape : Escape.values()) {
                String written = escape.of(value);
                if (escape == Escape.NONE || !written.equals(value)) {
                    places(raw, written).forEach(place -> marks.forEach(mark -> found.add(new Span(place + escape.of(value.substring(0, mark.start())).length(),
                            place + escape.of(value.substring(0, mark.end())).length()))));
                }
            }
        });
        return apart(found);
    }

    private static List<Integer> places(String raw, String written) {
        List<Integer> places = new ArrayList<>();
        for (int at = raw.indexOf(written); at >= 0 && !written.isEmpty() && places.size() < MOST_PLACES; at = raw.indexOf(written, at + written.length())) {
            boolean whole = (at == 0 || !Character.isLetterOrDigit(raw.charAt(at - 1)))
                    && (at + written.length() == raw.length() || !Character.isLetterOrDigit(raw.charAt(at + written.length())));
            if (whole) {
                places.add(at);
            }
        }
        return places;
    }

    private static List<Span> apart(Iterable<Span> spans) {
        List<Span> sorted = new ArrayList<>();
        spans.forEach(sorted::add);
        sorted.sort(Comparator.comparingInt(Span::start).thenComparing(Comparator.comparingInt(Span::end).reversed()));
        List<Span> apart = new ArrayList<>();
        for (Span span : sorted) {
            if (span.end() > span.start() && (apart.isEmpty() || span.start() >= apart.getLast().end())) {
                apart.add(span);
            }
        }
        return apart;
    }

    /** How a record may have written a value. */
    private enum Escape {
        NONE, XML, JSON;

        String of(String text) {
            return switch (this) {
                case NONE -> text;
                case XML -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
                case JSON -> text.replace("\\", "\\\\").replace("\"", "\\\"");
            };
        }
    }
}
