package dev.spoor.workbench;

import dev.spoor.store.JournalLine;
import dev.spoor.store.Note;
import dev.spoor.store.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tables should hold by what the journal tells: its lines are played again, in order. Not thread-safe. */
final class JournalReplay {
    private static final String STATE = "((?:open|acknowledged|closed)(?: \\([a-z_]+\\))?)";
    private static final Pattern DECISION = Pattern.compile("^" + STATE + " -> " + STATE + "(?:; tags: (.*?))?(?:; note: (.*))?$", Pattern.DOTALL);
    private final Map<String, AlertState> alerts = new TreeMap<>();
    private final Map<String, Integer> notes = new HashMap<>();
    private final Map<String, Stamp> stamps = new TreeMap<>();
    private final Map<String, List<String>> loads = new HashMap<>();
    private final Map<String, Detection> detections = new TreeMap<>();
    private final Map<String, String> views = new TreeMap<>();
    private long decisions;
    private long loaded;
    private long exceptionsChanged;
    private long unstamped;

    /** What the journal makes of an alert. */
    static final class AlertState {
        private String state = "open";
        private String assignee = "";
        private final Set<String> tags = new TreeSet<>();
        private final Set<String> taken = new TreeSet<>();
        private boolean cleared;
        private long line;

        String state() {
            return state;
        }

        String assignee() {
            return assignee;
        }

        /** The tags, where the alert began with some. */
        Set<String> tags(Set<String> initial) {
            Set<String> all = new TreeSet<>(cleared ? Set.of() : initial);
            all.removeAll(taken);
            all.addAll(tags);
            return all;
        }

        /** The newest line about it. */
        long line() {
            return line;
        }
    }

    /**
     * A run as the journal tells of it.
     *
     * @param line       number of the line
     * @param loads      how many sources had been loaded by then
     * @param exceptions how many changes of exceptions and lists there had been by then
     */
    record Detection(long line, String detail, long loads, long exceptions) {}

    /** Plays a line; answers what in it contradicts the lines before, in words. */
    List<String> take(JournalLine line) {
        String subject = line.act().subject();
        String detail = line.act().detail();
        switch (line.act().action()) {
            case "decide", "undo" -> {
                return decide(line);
            }
            case "assign" -> alert(line).assignee = detail.equals("to nobody") ? "" : detail.substring(Math.min(3, detail.length()));
            case "untag" -> {
                alert(line).tags.removeAll(pieces(detail));
                alert(line).taken.addAll(pieces(detail));
            }
            case "note" -> notes.merge(key(subject, line.act().time(), line.act().actor(), detail), 1, Integer::sum);
            case "load" -> {
                loads.computeIfAbsent(subject, _ -> new ArrayList<>(1)).add(detail);
                loaded += detail.startsWith("same bytes as ") || detail.startsWith("not read: ") ? 0 : 1;
            }
            case "except", "list" -> {
                exceptionsChanged++;
                Stamp.read(detail).ifPresentOrElse(stamp -> stamps.put(stamp.kind() + " " + stamp.id(), stamp), () -> unstamped += detail.startsWith("not taken ") ? 0 : 1);
            }
            case "step", "collect", "asset", "type", "severity" -> Stamp.read(detail).ifPresent(stamp -> stamps.put(stamp.kind() + " " + stamp.id(), stamp));
            case "detect" -> detections.put(subject, new Detection(line.sequence(), detail, loaded, exceptionsChanged));
            case "view" -> views.put(subject, detail);
            default -> {
                return List.of();
            }
        }
        return List.of();
    }

    private AlertState alert(JournalLine line) {
        AlertState alert = alerts.computeIfAbsent(line.act().subject(), _ -> new AlertState());
        alert.line = line.sequence();
        return alert;
    }

    private List<String> decide(JournalLine line) {
        decisions++;
        Matcher told = DECISION.matcher(line.act().detail());
        if (!told.matches()) {
            return List.of("line " + line.sequence() + " tells of a decision in words that cannot be read: " + line.act().detail());
        }
        AlertState alert = alert(line);
        String before = alert.state;
        alert.state = told.group(2);
        if (line.act().action().equals("undo")) {
            alert.tags.clear();
            alert.cleared = true;
        }
        if (told.group(3) != null) {
            alert.tags.addAll(pieces(told.group(3)));
        }
        if (told.group(4) != null) {
            notes.merge(key(line.act().subject(), line.act().time(), line.act().actor(), told.group(4)), 1, Integer::sum);
        }
        return told.group(1).equals(before) ? List.of()
                : List.of("line " + line.sequence() + " says that alert " + line.act().subject() + " was " + told.group(1) + ", by the lines before it was " + before);
    }

    /** Tags stand in one text; a tag with a comma and a space in it counts as two here, in the journal and in the table. */
    static Set<String> pieces(String tags) {
        return new TreeSet<>(Arrays.asList(tags.split(", ")));
    }

    /** The same for tags of a table. */
    static Set<String> pieces(List<String> tags) {
        return tags.isEmpty() ? Set.of() : pieces(String.join(", ", tags));
    }

    private static String key(String subject, long time, String author, String text) {
        return subject + "\u0000" + time + "\u0000" + author + "\u0000" + text;
    }

    /** Takes a note of the table off; false where the journal knows none like it. */
    boolean takeOff(Note note) {
        String key = key(note.subject(), note.time(), note.author(), note.text());
        Integer count = notes.get(key);
        if (count == null) {
            return false;
        }
        if (count == 1) {
            notes.remove(key);
        } else {
            notes.put(key, count - 1);
        }
        return true;
    }

    /** What notes that were not taken off are about. */
    List<String> notesLeft() {
        return notes.keySet().stream().map(key -> key.substring(0, key.indexOf('\u0000'))).sorted().toList();
    }

    /** The alerts that the journal tells of, by id; may be taken out of the map. */
    Map<String, AlertState> alerts() {
        return alerts;
    }

    /** The newest stamp of each exception and value list, by kind and id. */
    Map<String, Stamp> stamps() {
        return stamps;
    }

    /** How many lines about exceptions and lists have no stamp: those of an older Spoor. */
    long unstamped() {
        return unstamped;
    }

    /** What is told of the loading of a source, oldest first. */
    List<String> loads(String name) {
        return loads.getOrDefault(name, List.of());
    }

    /** The runs, by {@code run N}. */
    Map<String, Detection> detections() {
        return detections;
    }

    /** What is told last of each view, by name. */
    Map<String, String> views() {
        return views;
    }

    long decisions() {
        return decisions;
    }

    /** Whether sources were loaded after a run. */
    boolean loadedSince(Detection run) {
        return loaded > run.loads();
    }

    /** Whether exceptions or value lists changed after a run. */
    boolean exceptionsChangedSince(Detection run) {
        return exceptionsChanged > run.exceptions();
    }
}
