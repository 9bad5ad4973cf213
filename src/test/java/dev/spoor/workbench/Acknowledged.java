package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What killed programs had acknowledged about one case, and whether the case still has it. */
final class Acknowledged {
    private final Set<String> loaded = new HashSet<>();
    private final Set<String> found = new HashSet<>();
    private final Map<String, String> statuses = new HashMap<>();
    private final Map<String, Set<String>> tags = new HashMap<>();
    private final Set<String> exceptions = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private int steps;
    private long runs;

    /** How many steps were acknowledged. */
    int steps() {
        return steps;
    }

    /** Takes what one program said before it was killed. What it had begun and not acknowledged may or may not be in the case. */
    void add(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "loaded" -> loaded.add(words[1]);
                case "detected" -> {
                    runs++;
                    found.addAll(List.of(words[1].split(",")));
                }
                case "deciding" -> statuses.remove(words[1]);
                case "decided" -> decided(words[1].split(" "));
                case "excepted" -> exceptions.add(words[1]);
                case "removing" -> exceptions.remove(words[1]);
                case "removed" -> removed.add(words[1]);
                case "phase" -> {}
                default -> throw new IllegalStateException("The program said: " + line);
            }
            steps += words[0].endsWith("ed") ? 1 : 0;
        }
    }

    private void decided(String[] words) {
        statuses.put(words[0], words[1]);
        tags.computeIfAbsent(words[0], _ -> new HashSet<>()).add(words[2]);
    }

    /** Asks the case for all of it. */
    void check(Investigation investigation, CaseContent content) throws WorkbenchException {
        Set<String> sources = investigation.sources().stream().map(SourceSummary::path).collect(Collectors.toSet());
        assertTrue(sources.containsAll(loaded), "sources " + sources);
        assertTrue(content.runs() >= runs, "runs");
        Map<String, Alert> alerts = investigation.alerts().stream().collect(Collectors.toMap(Alert::id, Function.identity()));
        assertTrue(alerts.keySet().containsAll(found), "alerts");
        statuses.forEach((id, status) -> assertEquals(status, alerts.get(id).status().word(), "status of " + id));
        tags.forEach((id, words) -> assertTrue(alerts.get(id).tags().containsAll(words), "tags of " + id));
        String told = investigation.journal().stream().map(JournalEntry::detail).collect(Collectors.joining("\n"));
        tags.values().forEach(words -> words.forEach(word -> assertTrue(told.contains("because of " + word), "note " + word)));
        Set<String> kept = investigation.exceptions().stream().map(ExceptionItem::id).collect(Collectors.toSet());
        assertTrue(kept.containsAll(exceptions), "exceptions");
        removed.forEach(id -> assertFalse(kept.contains(id), "removed exception " + id));
    }

    /** Whether all files were acknowledged as loaded. */
    boolean allLoaded(int files) {
        return loaded.size() == files;
    }
}
