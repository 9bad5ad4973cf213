package dev.spoor.workbench;

import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.Note;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The findings of a case. */
final class CaseFindings {
    private final CaseFile file;

    CaseFindings(CaseFile file) {
        this.file = file;
    }

    /** All findings by name. */
    List<Finding> list() throws StoreException {
        Map<String, List<Alert>> alerts = new TreeMap<>();
        if (file.decisions().tags().stream().anyMatch(tag -> tag.startsWith(Finding.TAG))) {
            for (Alert alert : file.alerts().list()) {
                alert.tags().stream().filter(tag -> tag.startsWith(Finding.TAG))
                        .forEach(tag -> alerts.computeIfAbsent(tag.substring(Finding.TAG.length()), name -> new ArrayList<>()).add(alert));
            }
        }
        Map<String, String> narratives = new HashMap<>();
        for (Note note : file.notes().list()) {
            if (note.kind() == Note.Kind.CASE && note.subject().startsWith(Finding.TAG)) {
                narratives.put(note.subject().substring(Finding.TAG.length()), note.text());
            }
        }
        List<Finding> findings = new ArrayList<>();
        alerts.forEach((name, of) -> findings.add(new Finding(name, narratives.getOrDefault(name, ""), of)));
        return findings;
    }

    /** Puts alerts into a finding, which begins to exist thereby; their status and reason stay. A narrative takes the place of the one before, which stays in the journal. */
    void add(String name, String narrative, Collection<Alert> alerts, String analyst, long time) throws StoreException {
        String tag = Finding.TAG + name;
        file.transaction(Durability.SAFE, () -> {
            for (Alert alert : alerts) {
                file.decisions().decide(List.of(alert.id()), new Decision(alert.status(), alert.reason(), "", List.of(tag)), analyst, time);
            }
            if (!narrative.isEmpty()) {
                file.notes().add(new Note(Note.Kind.CASE, tag, time, analyst, narrative));
            }
            return null;
        });
    }
}
