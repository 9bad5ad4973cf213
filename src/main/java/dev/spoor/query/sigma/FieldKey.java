package dev.spoor.query.sigma;

import java.util.List;
import java.util.Map;

/**
 * The key of a detection item: a field and what is asked of it.
 *
 * @param field     empty for keywords
 * @param modifiers as written, in order
 */
record FieldKey(String field, List<String> modifiers, YamlNode.Text at) {
    private static final Map<String, String> FOREIGN = Map.of("endswithfield", "Hayabusa", "equalsfield", "Hayabusa", "containsfield", "Hayabusa", "startswithfield", "Hayabusa",
            "fieldref_endswith", "Hayabusa", "fieldref_contains", "Hayabusa", "base64offset_contains", "Hayabusa");

    static FieldKey of(YamlNode.Text key) {
        String[] parts = key.text().split("\\|", -1);
        return new FieldKey(parts[0], List.of(parts).subList(1, parts.length), key);
    }

    /** The other dialect that a modifier is of, in words; empty for none. */
    static String dialect(String modifier) {
        String whose = FOREIGN.getOrDefault(modifier, "");
        return whose.isEmpty() ? "" : " It is one of " + whose + "'s own rules, which Spoor does not read.";
    }
}
