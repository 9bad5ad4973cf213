package dev.spoor.ui.common;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Preferences as JSON. A value that is missing or makes no sense is the default; unknown keys are passed over. */
final class PreferencesJson {
    private PreferencesJson() {}

    static ObjectNode write(Preferences preferences) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        preferences.analyst().ifPresent(name -> out.put("analyst", name));
        out.put("theme", preferences.theme().name().toLowerCase(Locale.ROOT)).put("zoom", preferences.zoom()).put("local_time", preferences.localTime())
                .put("shipped_rules", preferences.shippedRules());
        ArrayNode folders = out.putArray("rule_folders");
        preferences.ruleFolders().forEach(folder -> folders.add(folder.toString()));
        ArrayNode recent = out.putArray("recent");
        preferences.recent().forEach(one -> recent.addObject().put("path", one.path().toString()).put("opened", one.opened().toString()));
        return out;
    }

    static Preferences read(JsonNode in) {
        Preferences defaults = Preferences.DEFAULT;
        String analyst = in.path("analyst").asText("");
        return new Preferences(analyst.isBlank() ? Optional.empty() : Optional.of(analyst.strip()), theme(in.path("theme").asText("")), in.path("zoom").asInt(defaults.zoom()),
                in.path("local_time").asBoolean(defaults.localTime()), in.path("shipped_rules").asBoolean(defaults.shippedRules()),
                list(in.path("rule_folders"), node -> path(node.asText(""))), list(in.path("recent"), PreferencesJson::recent));
    }

    private static Preferences.ThemeChoice theme(String word) {
        for (Preferences.ThemeChoice choice : Preferences.ThemeChoice.values()) {
            if (choice.name().equalsIgnoreCase(word)) {
                return choice;
            }
        }
        return Preferences.DEFAULT.theme();
    }

    private static Optional<Preferences.RecentCase> recent(JsonNode node) {
        try {
            Instant opened = Instant.parse(node.path("opened").asText(""));
            return path(node.path("path").asText("")).map(path -> new Preferences.RecentCase(path, opened));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, Optional<T>> item) {
        List<T> out = new ArrayList<>();
        array.forEach(node -> item.apply(node).ifPresent(out::add));
        return out;
    }
}
