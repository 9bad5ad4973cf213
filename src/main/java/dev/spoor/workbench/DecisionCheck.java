package dev.spoor.workbench;

import dev.spoor.store.AlertStore;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Note;
import dev.spoor.store.Stamp;
import dev.spoor.store.StoreException;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.triage.AlertView;
import dev.spoor.workbench.Difference.Check;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what analysts decided, wrote and kept out with what the journal tells of it. */
final class DecisionCheck {
    private final CaseFile file;
    private final JournalReplay replay;
    private final Map<String, List<String>> initial;
    private final Differences out;

    /**
     * For a case.
     *
     * @param initial the tags with which alerts begin, by id
     */
    DecisionCheck(CaseFile file, JournalReplay replay, Map<String, List<String>> initial, Differences out) {
        this.initial = initial;
        this.file = file;
        this.replay = replay;
        this.out = out;
    }

    /** Status, reason, tags and assignee of all alerts. */
    void alerts() throws StoreException {
        file.alerts().each(this::compare);
        replay.alerts().forEach((id, state) -> out.differs(Check.DECISION, "alert " + id, "journal line " + state.line() + " tells of it, and the case has no such alert"));
        for (String orphan : file.alerts().orphans()) {
            out.differs(Check.ALERT, orphan, "the case has no such alert");
        }
    }

    private void compare(AlertStore.Line line) {
        JournalReplay.AlertState told = replay.alerts().remove(line.id());
        String name = "alert " + line.id();
        String by = told == null ? ", no line of the journal decides about it" : ", by the journal (line " + told.line() + ") it is ";
        String state = told == null ? "open" : told.state();
        if (!line.state().equals(state)) {
            out.differs(Check.DECISION, name, "its status is " + line.state() + by + (told == null ? "" : state));
        }
        Set<String> tags = JournalReplay.pieces(line.tags());
        Set<String> began = JournalReplay.pieces(initial.getOrDefault(line.id(), List.of()));
        Set<String> toldTags = told == null ? began : told.tags(began);
        if (!tags.equals(toldTags)) {
            out.differs(Check.DECISION, name, "its tags are " + new TreeSet<>(tags) + ", by the journal they are " + toldTags);
        }
        String assignee = told == null ? "" : told.assignee();
        if (!line.assignee().equals(assignee)) {
            out.differs(Check.DECISION, name, "it is assigned to '" + line.assignee() + "', by the journal to '" + assignee + "'");
        }
    }

    /** All notes. */
    void notes() throws StoreException {
        for (Note note : file.notes().list()) {
            String name = "note about " + note.kind().word() + " " + note.subject();
            if (!replay.takeOff(note)) {
                out.differs(Check.DECISION, name, "the journal has no such note: '" + note.text() + "' by " + note.author());
            } else if (!known(note)) {
                out.differs(Check.DECISION, name, "the case has no such " + note.kind().word());
            }
        }
        replay.notesLeft().forEach(subject -> out.differs(Check.DECISION, "note about " + subject, "the journal tells of a note that the case does not have"));
    }

    private boolean known(Note note) throws StoreException {
        return switch (note.kind()) {
            case CASE -> note.subject().isEmpty();
            case ALERT -> file.alerts().find(note.subject()).isPresent();
            case RULE -> file.runs().find(note.subject()).isPresent();
            case SOURCE -> file.sources().list().stream().anyMatch(source -> note.subject().equals(Integer.toString(source.number())));
        };
    }

    /** Exceptions, value lists and shared lists. */
    void exceptions() throws StoreException {
        for (ExceptionItem item : file.exceptions().list()) {
            stamp(Stamp.of(item), "exception '" + item.name() + "' (" + item.id() + ")");
        }
        for (ValueList list : file.valueLists().list()) {
            stamp(Stamp.of(list), "value list '" + list.id() + "'");
        }
        for (SharedList list : file.sharedLists().list()) {
            stamp(Stamp.of(list), "shared list '" + list.id() + "'");
        }
        replay.stamps().values().stream().filter(left -> left.hash().isPresent())
                .forEach(left -> out.differs(Check.EXCEPTION, left.kind() + " " + left.id(), "the journal tells of it and not of its removal, and the case does not have it"));
    }

    private void stamp(Stamp found, String name) {
        Stamp told = replay.stamps().remove(found.kind() + " " + found.id());
        if (told == null && replay.unstamped() > 0) {
            out.unchecked(Check.EXCEPTION, name, "an older Spoor wrote the journal's lines about exceptions, without SHA-256");
        } else if (told == null) {
            out.differs(Check.EXCEPTION, name, "no line of the journal tells of it with its SHA-256");
        } else if (!told.equals(found)) {
            out.differs(Check.EXCEPTION, name, told.hash().isEmpty() ? "by the journal it was removed" : "it is not as the journal tells of it last: its SHA-256 differs");
        }
    }

    /** Saved views. */
    void views() throws StoreException {
        for (AlertView view : file.views().list()) {
            String told = replay.views().remove(view.name());
            if (!view.name().isEmpty() && (told == null || !told.startsWith("saved: "))) {
                out.differs(Check.DECISION, "view '" + view.name() + "'", "no line of the journal tells that it was saved");
            }
        }
        replay.views().forEach((name, told) -> {
            if (told.startsWith("saved: ")) {
                out.differs(Check.DECISION, "view '" + name + "'", "the journal tells of it, and the case does not have it");
            }
        });
    }
}
