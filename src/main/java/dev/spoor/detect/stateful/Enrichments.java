package dev.spoor.detect.stateful;

import dev.spoor.event.Field;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.event.View;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an alert tells of the indicators: the columns of {@code threat.enrichments}, lists of equal length with one place for each pair of fields that agreed.
 *
 * @param path the object that holds an indicator's fields
 * @param most how many are told
 */
record Enrichments(String path, int most) {
    private static final String PREFIX = "threat.enrichments.";
    private static final Field FEED = Field.ecs("threat.feed.name");

    Map<String, Object> row(List<Indicators.Hit> hits, Indicators indicators, Terms terms) {
        List<Indicators.Hit> told = hits.subList(0, Math.min(most, hits.size()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(PREFIX + "matched.atomic", told.stream().map(hit -> terms.text(hit.value())).toList());
        row.put(PREFIX + "matched.field", told.stream().map(hit -> hit.pair().field().name()).toList());
        row.put(PREFIX + "matched.indicator_field", told.stream().map(hit -> hit.pair().indicatorField().name()).toList());
        row.put(PREFIX + "matched.type", told.stream().map(_ -> "indicator_match_rule").toList());
        Map<String, List<String>> columns = new TreeMap<>();
        for (int i = 0; i < told.size(); i++) {
            describe(indicators.event(told.get(i).indicator()).row(), i, told.size(), columns);
        }
        row.putAll(columns);
        if (hits.size() > most) {
            row.put(PREFIX + "left_out", (long) hits.size() - most);
        }
        return row;
    }

    private void describe(EventRow indicator, int place, int size, Map<String, List<String>> columns) {
        for (Field field : indicator.segment().fields()) {
            boolean told = field.view() == View.ECS && (field.path().startsWith(path + ".") || field.equals(FEED));
            String text = told ? indicator.get(field).map(Enrichments::text).orElse("") : "";
            if (!text.isEmpty()) {
                String name = field.equals(FEED) ? "feed.name" : "indicator." + field.path().substring(path.length() + 1);
                columns.computeIfAbsent(PREFIX + name, _ -> blanks(size)).set(place, text);
            }
        }
    }

    private static List<String> blanks(int size) {
        List<String> blanks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            blanks.add("");
        }
        return blanks;
    }

    private static String text(Values values) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).kind() != Value.Kind.JSON) {
                out.append(out.isEmpty() ? "" : ", ").append(values.get(i).text());
            }
        }
        return out.toString();
    }
}
