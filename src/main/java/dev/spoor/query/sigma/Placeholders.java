package dev.spoor.query.sigma;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Placeholders ({@code %name%}) and the lists that stand for them, one value a line. Immutable. */
record Placeholders(Map<String, String> lists) {
    private static final Pattern NAME = Pattern.compile("%([^%\\s]+)%");
    private static final int MOST = 100_000;

    /** The texts with all values in place of the placeholders; empty, and told, where a list is missing. */
    Optional<List<String>> expand(String text, YamlNode at, Problems problems) {
        List<String> texts = new ArrayList<>(List.of(""));
        Matcher matcher = NAME.matcher(text);
        int done = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            String list = lists.get("%" + name + "%");
            if (list == null) {
                problems.unsupported(at, "The placeholder %" + name + "% stands for a list of this organisation, which is not given; write it into the file placeholders/" + name
                        + ".txt beside the rules, one value a line.");
                return Optional.empty();
            }
            List<String> values = list.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            if ((long) texts.size() * values.size() > MOST) {
                problems.unsupported(at, "The placeholders come to more than " + MOST + " values.");
                return Optional.empty();
            }
            String before = text.substring(done, matcher.start());
            texts = texts.stream().flatMap(begun -> values.stream().map(value -> begun + before + value)).toList();
            done = matcher.end();
        }
        String rest = text.substring(done);
        return Optional.of(texts.stream().map(begun -> begun + rest).toList());
    }
}
