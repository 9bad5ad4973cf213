package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.FieldChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Conditions that must all hold for one and the same object of an array. The array can be chosen only among those that exist. */
final class NestedCard extends VBox implements Condition {
    private final List<FieldChoice> choices;
    private final KnownLists lists;
    private final Runnable changed;
    private final ComboBox<String> path = new ComboBox<>();
    private final List<ConditionRow> rows = new ArrayList<>();
    private final VBox inside = new VBox(4);

    NestedCard(List<FieldChoice> choices, List<String> arrays, KnownLists lists, Entry entry, Runnable changed, Consumer<Condition> remove) {
        super(4);
        this.choices = choices;
        this.lists = lists;
        this.changed = changed;
        getStyleClass().addAll("card", "nested-card");
        Set<String> paths = new LinkedHashSet<>(arrays);
        paths.add(entry.field());
        path.getItems().setAll(paths);
        path.setValue(entry.field());
        path.setAccessibleText(Messages.text("except.nestedPath"));
        path.getStyleClass().add("nested-path");
        Button gone = Widgets.iconButton("mdoal-close", "except.removeNested", () -> remove.accept(this));
        HBox head = new HBox(8, Widgets.label(Messages.text("except.nested"), "tag"), path, Widgets.wrapped(Messages.text("except.nestedSame"), "muted", "small"), Widgets.spring(),
                gone);
        head.setAlignment(Pos.CENTER_LEFT);
        Button and = Widgets.button("except.addAnd", this::and);
        and.getStyleClass().add("nested-and");
        getChildren().addAll(head, inside, and);
        entry.nested().forEach(inner -> rows.add(row(inner)));
        if (rows.isEmpty()) {
            empty().ifPresent(rows::add);
        }
        path.valueProperty().subscribe((before, now) -> {
            rows.clear();
            empty().ifPresent(rows::add);
            update();
        });
        layOut();
    }

    private List<FieldChoice> below() {
        String prefix = path.getValue() + ".";
        return choices.stream().filter(choice -> choice.field().startsWith(prefix))
                .map(choice -> new FieldChoice(choice.field().substring(prefix.length()), choice.values(), choice.distinct(), choice.top(), choice.left())).toList();
    }

    private Optional<ConditionRow> empty() {
        return below().stream().findFirst().map(choice -> row(new Entry(choice.field(), Entry.Operator.IS, false, choice.values().stream().limit(1).toList(), false)));
    }

    private ConditionRow row(Entry entry) {
        return new ConditionRow(below(), lists, entry, changed, row -> {
            rows.remove(row);
            update();
        }, false);
    }

    private void and() {
        empty().ifPresent(rows::add);
        update();
    }

    private void update() {
        layOut();
        changed.run();
    }

    private void layOut() {
        inside.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                inside.getChildren().add(Widgets.label(Messages.text("except.and"), "condition-and"));
            }
            inside.getChildren().add(rows.get(i));
        }
        setAccessibleText(Messages.text("except.nestedOf", SafeText.line(String.valueOf(path.getValue()), 80), rows.size()));
    }

    @Override public Optional<Entry> entry() {
        List<Entry> inner = rows.stream().map(ConditionRow::entry).flatMap(Optional::stream).toList();
        return inner.isEmpty() || inner.size() < rows.size() ? Optional.empty() : Optional.of(Entry.nested(path.getValue(), inner));
    }

    @Override public Node view() {
        return this;
    }
}
