package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** The list of a condition: one of those that the case has; others can be made and all be changed. */
final class ListPicker extends HBox {
    private final ComboBox<ValueList> choice = new ComboBox<>();
    private String chosen = "";

    ListPicker(KnownLists lists, Runnable changed) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        choice.setItems(lists.lists());
        choice.setPrefWidth(150);
        choice.setMinWidth(80);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getStyleClass().add("list-choice");
        choice.setPromptText(Messages.text(lists.lists().isEmpty() ? "except.list.none" : "except.list"));
        choice.setAccessibleText(Messages.text("except.list"));
        choice.setConverter(new Names());
        choice.valueProperty().subscribe((before, now) -> {
            chosen = now == null ? chosen : now.id();
            changed.run();
        });
        lists.lists().addListener((ListChangeListener<ValueList>) change -> Platform.runLater(() -> find(chosen).ifPresent(choice::setValue)));
        HBox.setHgrow(choice, Priority.ALWAYS);
        Button make = Widgets.iconButton("mdoal-add", "except.list.new", () -> lists.make(choice::setValue));
        make.getStyleClass().add("list-new");
        Button edit = Widgets.iconButton("mdoal-edit", "except.list.edit", () -> lists.edit(choice.getValue(), choice::setValue));
        edit.disableProperty().bind(choice.valueProperty().isNull());
        getChildren().addAll(choice, make, edit);
    }

    void set(Optional<Entry.ListName> name) {
        name.flatMap(known -> find(known.id())).ifPresent(choice::setValue);
    }

    private Optional<ValueList> find(String id) {
        return choice.getItems().stream().filter(list -> list.id().equals(id)).findFirst();
    }

    Optional<ValueList> get() {
        return Optional.ofNullable(choice.getValue());
    }

    /** The name of a list with what it holds. */
    private final class Names extends StringConverter<ValueList> {
        @Override public String toString(ValueList list) {
            return list == null ? "" : SafeText.line(list.id(), 60) + "  ·  " + list.type().word() + "  ·  " + Formats.count(list.values().size());
        }

        @Override public ValueList fromString(String name) {
            return choice.getValue();
        }
    }
}
