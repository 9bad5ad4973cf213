package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.FieldChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** One condition: field, operator, values, case. A field can be chosen only among those that exist. */
final class ConditionRow extends HBox implements Condition {
    private static final String PATH_SIGN = "\\";
    private final ComboBox<FieldChoice> field = new ComboBox<>();
    private final ComboBox<OperatorChoice> operator = new ComboBox<>();
    private final ValueEditor values;
    private final ListPicker list;
    private final CheckBox ignoreCase = new CheckBox(Messages.text("except.ignoreCase"));

    /**
     * A row for an entry.
     *
     * @param choices the fields that exist
     * @param lists   the value lists of the case
     * @param changed called after every change
     * @param remove  called when the row is to go
     */
    ConditionRow(List<FieldChoice> choices, KnownLists lists, Entry entry, Runnable changed, Consumer<ConditionRow> remove) {
        this(choices, lists, entry, changed, remove, true);
    }

    /** @param listed whether value lists can be asked for */
    ConditionRow(List<FieldChoice> choices, KnownLists lists, Entry entry, Runnable changed, Consumer<ConditionRow> remove, boolean listed) {
        super(8);
        getStyleClass().add("condition-row");
        setAlignment(Pos.CENTER_LEFT);
        values = new ValueEditor(changed);
        list = new ListPicker(lists, changed);
        list.managedProperty().bind(list.visibleProperty());
        values.managedProperty().bind(list.visibleProperty().not());
        HBox.setHgrow(list, Priority.ALWAYS);
        field.getItems().setAll(choices);
        field.setPrefWidth(192);
        field.setMinWidth(96);
        field.setAccessibleText(Messages.text("except.field"));
        field.setConverter(new FieldNames());
        field.setCellFactory(list -> new FieldCell());
        operator.getItems().setAll(Arrays.stream(OperatorChoice.values()).filter(one -> listed || !one.takesList()).toList());
        operator.setPrefWidth(116);
        operator.setMinWidth(104);
        operator.setAccessibleText(Messages.text("except.operator"));
        operator.setConverter(new OperatorWords());
        ignoreCase.setMinWidth(USE_PREF_SIZE);
        Button gone = Widgets.iconButton("mdoal-close", "except.removeCondition", () -> remove.accept(this));
        HBox.setHgrow(values, Priority.ALWAYS);
        getChildren().addAll(field, operator, values, list, ignoreCase, gone);
        fill(choices, entry);
        field.valueProperty().subscribe((before, now) -> {
            values.suggest(now);
            changed.run();
        });
        operator.valueProperty().subscribe((before, now) -> {
            fit();
            changed.run();
        });
        ignoreCase.selectedProperty().subscribe((before, now) -> changed.run());
    }

    private void fill(List<FieldChoice> choices, Entry entry) {
        FieldChoice known = choices.stream().filter(choice -> choice.field().equals(entry.field())).findFirst()
                .orElseGet(() -> new FieldChoice(entry.field(), List.of(), 0, List.of(), Optional.empty()));
        if (!choices.contains(known)) {
            field.getItems().addFirst(known);
        }
        field.setValue(known);
        operator.setValue(OperatorChoice.of(entry));
        values.suggest(known);
        values.set(entry.list().isPresent() ? List.of() : entry.values());
        list.set(entry.list());
        ignoreCase.setSelected(entry.ignoreCase() || entry.list().isEmpty() && entry.values().stream().anyMatch(value -> value.contains(PATH_SIGN)));
        fit();
    }

    private void fit() {
        values.setVisible(operator.getValue().takesValues());
        values.several(operator.getValue().takesSeveral());
        list.setVisible(operator.getValue().takesList());
        ignoreCase.setVisible((operator.getValue().takesValues() || operator.getValue().takesList()) && operator.getValue().operator() != Entry.Operator.IN_NETWORK);
    }

    @Override public Node view() {
        return this;
    }

    @Override public Optional<Entry> entry() {
        OperatorChoice chosen = operator.getValue();
        if (chosen.takesList()) {
            return list.get().filter(one -> field.getValue() != null).map(one -> Entry.inList(field.getValue().field(), chosen.negated(), new Entry.ListName(one.id(), one.type()),
                    ignoreCase.isSelected()).with(one));
        }
        List<String> given = chosen.takesValues() ? values.get() : List.of();
        if (field.getValue() == null || chosen.takesValues() && given.isEmpty()) {
            return Optional.empty();
        }
        if (chosen.operator() == Entry.Operator.IN_NETWORK) {
            return given.stream().allMatch(ValueList::network) ? Optional.of(new Entry(field.getValue().field(), chosen.operator(), chosen.negated(), given, false))
                    : Optional.empty();
        }
        return Optional.of(new Entry(field.getValue().field(), chosen.operator(), chosen.negated(), given, chosen.takesValues() && ignoreCase.isSelected()));
    }

    /** The name of a field; there is no way back, because the name is never typed. */
    private final class FieldNames extends StringConverter<FieldChoice> {
        @Override public String toString(FieldChoice choice) {
            return choice == null ? "" : SafeText.line(choice.field(), 200);
        }

        @Override public FieldChoice fromString(String name) {
            return field.getValue();
        }
    }

    /** The word of an operator. */
    private final class OperatorWords extends StringConverter<OperatorChoice> {
        @Override public String toString(OperatorChoice choice) {
            return choice == null ? "" : choice.word();
        }

        @Override public OperatorChoice fromString(String word) {
            return operator.getValue();
        }
    }

    /** A field with the number of its different values, or why it is a poor choice. */
    private static final class FieldCell extends ListCell<FieldChoice> {
        @Override protected void updateItem(FieldChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setText(null);
                return;
            }
            String more = choice.left().map(why -> Messages.text("except.left." + why.name().toLowerCase(Locale.ROOT)))
                    .orElseGet(() -> Messages.text("except.distinct", choice.distinct()));
            String top = choice.top().isEmpty() ? "" : " · " + SafeText.line(choice.top().getFirst().value(), 40) + " (" + Formats.count(choice.top().getFirst().count()) + ")";
            setText(SafeText.line(choice.field(), 80) + "   " + more + top);
        }
    }
}
