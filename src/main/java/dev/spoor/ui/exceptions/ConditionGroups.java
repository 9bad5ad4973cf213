package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.FieldChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The conditions: groups that are alternatives, each a list of rows that must all hold. Each group becomes an exception of its own. */
final class ConditionGroups extends VBox {
    private final List<List<Condition>> groups = new ArrayList<>();
    private final List<FieldChoice> choices;
    private final List<String> arrays;
    private final KnownLists lists;
    private final Runnable changed;

    ConditionGroups(List<FieldChoice> choices, List<String> arrays, KnownLists lists, List<Entry> first, Runnable changed) {
        super(4);
        this.choices = choices;
        this.arrays = arrays;
        this.lists = lists;
        this.changed = changed;
        groups.add(new ArrayList<>());
        fill(first);
        layOut();
    }

    private void fill(List<Entry> entries) {
        entries.forEach(entry -> groups.getFirst().add(row(entry)));
        if (entries.isEmpty()) {
            empty().ifPresent(groups.getFirst()::add);
        }
    }

    /** Takes other conditions in the place of all. */
    void set(List<Entry> entries) {
        groups.clear();
        groups.add(new ArrayList<>());
        fill(entries);
        update();
    }

    private Condition row(Entry entry) {
        return entry.operator() == Entry.Operator.NESTED ? new NestedCard(choices, arrays, lists, entry, changed, this::remove)
                : new ConditionRow(choices, lists, entry, changed, this::remove);
    }

    private Optional<Condition> empty() {
        List<String> used = entries().stream().flatMap(List::stream).map(Entry::field).toList();
        return choices.stream().filter(choice -> choice.left().isEmpty() && !used.contains(choice.field())).findFirst().or(() -> choices.stream().findFirst())
                .map(choice -> row(new Entry(choice.field(), Entry.Operator.IS, false, choice.values().stream().limit(1).toList(), false)));
    }

    private void and() {
        empty().ifPresent(groups.getLast()::add);
        update();
    }

    private void or() {
        empty().ifPresent(row -> groups.add(new ArrayList<>(List.of(row))));
        update();
    }

    private void nested() {
        String path = arrays.getFirst();
        groups.getLast().add(row(Entry.nested(path, List.of())));
        update();
    }

    private void remove(Condition row) {
        groups.forEach(group -> group.remove(row));
        groups.removeIf(group -> group.isEmpty() && groups.size() > 1);
        update();
    }

    private void update() {
        layOut();
        changed.run();
    }

    private void layOut() {
        getChildren().clear();
        for (int i = 0; i < groups.size(); i++) {
            if (i > 0) {
                getChildren().add(Widgets.label(Messages.text("except.or"), "condition-or"));
            }
            for (int j = 0; j < groups.get(i).size(); j++) {
                if (j > 0) {
                    getChildren().add(Widgets.label(Messages.text("except.and"), "condition-and"));
                }
                getChildren().add(groups.get(i).get(j).view());
            }
        }
        Button and = Widgets.button("except.addAnd", this::and);
        and.setId("except-and");
        Button or = Widgets.button("except.addOr", this::or);
        or.setId("except-or");
        Button nested = Widgets.button("except.addNested", this::nested);
        nested.setId("except-nested");
        nested.setDisable(arrays.isEmpty());
        FlowPane foot = new FlowPane(8, 4, and, or, nested);
        if (arrays.isEmpty()) {
            foot.getChildren().add(Widgets.wrapped(Messages.text("except.noNested"), "muted", "small"));
        }
        List<String> left = choices.stream().filter(choice -> choice.left().isPresent() && !choice.values().isEmpty()).map(choice -> SafeText.line(choice.field(), 60)).toList();
        if (!left.isEmpty()) {
            String shown = String.join(", ", left.subList(0, Math.min(4, left.size()))) + (left.size() > 4 ? ", " + Messages.text("except.more", left.size() - 4) : "");
            foot.getChildren().add(Widgets.wrapped(Messages.text("except.leftOut", shown), "muted", "small"));
        }
        getChildren().add(foot);
    }

    /** The conditions of each group; a group is left out while one of its rows is not complete. */
    List<List<Entry>> entries() {
        List<List<Entry>> all = new ArrayList<>();
        for (List<Condition> group : groups) {
            List<Entry> entries = group.stream().map(Condition::entry).flatMap(Optional::stream).toList();
            if (!entries.isEmpty() && entries.size() == group.size()) {
                all.add(entries);
            }
        }
        return all;
    }

    /** Whether every row is complete. */
    boolean complete() {
        return entries().size() == groups.size();
    }
}
