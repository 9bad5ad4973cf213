package dev.spoor.ui.exceptions;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.FieldChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The values of a condition, each in a field of its own, with the values that exist offered in a menu. What is shown is made harmless, so a value that would look
 * different keeps its true text until the field is edited.
 */
final class ValueEditor extends VBox {
    private final Runnable changed;
    private final List<TextField> fields = new ArrayList<>();
    private final Map<String, String> real = new LinkedHashMap<>();
    private FieldChoice choice;
    private boolean several;

    ValueEditor(Runnable changed) {
        super(4);
        this.changed = changed;
        setMinWidth(110);
    }

    /** Offers the values of a field. */
    void suggest(FieldChoice offered) {
        choice = offered;
    }

    /** Whether there may be more than one value. */
    void several(boolean allowed) {
        several = allowed;
        layOut();
    }

    void set(List<String> values) {
        fields.clear();
        (values.isEmpty() ? List.of("") : values).forEach(this::add);
        layOut();
    }

    /** The values that are not empty; only the first where one is allowed. */
    List<String> get() {
        return fields.stream().limit(several ? Long.MAX_VALUE : 1).map(field -> real.getOrDefault(field.getText(), field.getText())).filter(value -> !value.isEmpty())
                .distinct().toList();
    }

    private TextField add(String value) {
        TextField field = new TextField(shown(value));
        field.getStyleClass().add("code");
        field.setAccessibleText(Messages.text("except.value"));
        field.setPromptText(Messages.text("except.value"));
        field.textProperty().subscribe((before, now) -> changed.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        fields.add(field);
        return field;
    }

    private String shown(String value) {
        String shown = SafeText.line(value);
        real.put(shown, value);
        return shown;
    }

    private void layOut() {
        getChildren().clear();
        for (int i = 0; i < (several ? fields.size() : Math.min(1, fields.size())); i++) {
            getChildren().add(line(fields.get(i), i));
        }
    }

    private HBox line(TextField field, int index) {
        HBox line = new HBox(4, field);
        line.setAlignment(Pos.CENTER_LEFT);
        if (choice != null && choice.top().stream().filter(top -> top.value().equals(real.getOrDefault(field.getText(), field.getText()))).findFirst().isPresent()) {
            FieldChoice.Top top = choice.top().stream().filter(one -> one.value().equals(real.getOrDefault(field.getText(), field.getText()))).findFirst().orElseThrow();
            Label count = Widgets.label(Formats.count(top.count()), "muted", "small");
            count.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(count);
        }
        Button offer = Widgets.iconButton("mdoal-arrow_drop_down", "except.offerValues", () -> offer(field));
        line.getChildren().add(offer);
        if (several && index == fields.size() - 1) {
            line.getChildren().add(Widgets.iconButton("mdoal-add", "except.addValue", () -> {
                TextField added = add("");
                layOut();
                added.requestFocus();
            }));
        }
        return line;
    }

    private void offer(TextField field) {
        ContextMenu menu = new ContextMenu();
        for (FieldChoice.Top top : choice == null ? List.<FieldChoice.Top>of() : choice.top()) {
            MenuItem item = new MenuItem(SafeText.line(top.value(), 80) + "   " + Formats.count(top.count()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                field.setText(shown(top.value()));
                layOut();
            });
            menu.getItems().add(item);
        }
        if (choice != null && choice.distinct() > choice.top().size()) {
            MenuItem more = new MenuItem(Messages.text("except.moreValues", choice.distinct() - choice.top().size()));
            more.setDisable(true);
            menu.getItems().add(more);
        }
        menu.show(field, Side.BOTTOM, 0, 0);
    }
}
