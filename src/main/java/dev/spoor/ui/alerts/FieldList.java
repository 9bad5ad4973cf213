package dev.spoor.ui.alerts;

import dev.spoor.query.text.Span;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.CopyButton;
import dev.spoor.ui.control.MarkedText;
import dev.spoor.ui.control.Widgets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All fields of an event, any number of them with values of any length: names beside values that wrap; long values open line by line. */
final class FieldList extends ListView<FieldList.Row> {
    private static final double NAMES = 208;
    private static final int PART = 1000;

    /**
     * A value or a part of one.
     *
     * @param name  the field, empty for a further part
     * @param shown what is drawn
     * @param value the whole value, for copying
     * @param more  whether the rest is not shown
     */
    record Row(String name, String shown, String value, boolean more) {
        /** The field without the number of the value. */
        String field() {
            int number = name.lastIndexOf(" [");
            return number < 0 ? name : name.substring(0, number);
        }
    }

    private final Map<String, List<String>> fields;
    private final MatchedCharacters matched;
    private final Desktop desktop;
    private final Set<String> opened = new HashSet<>();
    private String wanted;

    FieldList(Map<String, List<String>> fields, MatchedCharacters matched, String wanted, Desktop desktop) {
        this.fields = fields;
        this.matched = matched;
        this.desktop = desktop;
        this.wanted = wanted;
        getStyleClass().add("field-list");
        setAccessibleText(Messages.text("event.fields"));
        setPlaceholder(Widgets.wrapped(Messages.text("event.noFields", fields.size()), "muted"));
        setCellFactory(list -> new Cell());
        setOnKeyPressed(event -> {
            Row row = getSelectionModel().getSelectedItem();
            if (row != null && new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                desktop.copy(row.value());
            }
        });
        fill();
    }

    /** Shows the fields whose name or value has these words. */
    void filter(String text) {
        wanted = text;
        fill();
    }

    private void fill() {
        List<Row> rows = new ArrayList<>();
        String needle = wanted.strip().toLowerCase(Locale.ROOT);
        fields.forEach((name, values) -> {
            boolean named = name.toLowerCase(Locale.ROOT).contains(needle);
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                if (named || value.toLowerCase(Locale.ROOT).contains(needle)) {
                    add(rows, i == 0 ? name : name + " [" + i + "]", value);
                }
            }
        });
        getItems().setAll(rows);
    }

    private void add(List<Row> rows, String name, String value) {
        if (value.length() <= SafeText.SHORT) {
            rows.add(new Row(name, value, value, false));
        } else if (!opened.contains(name)) {
            rows.add(new Row(name, value.substring(0, SafeText.whole(value, SafeText.SHORT)) + "…", value, true));
        } else {
            for (int at = 0; at < value.length();) {
                int end = SafeText.whole(value, Math.min(value.length(), at + PART));
                rows.add(new Row(at == 0 ? name : "", value.substring(at, end), value, false));
                at = end;
            }
        }
    }

    private final class Cell extends ListCell<Row> {
        private final Label name = Widgets.wrapped("", "code", "muted");
        private final Label value = Widgets.wrapped("", "code");
        private final Hyperlink all = new Hyperlink();
        private final CopyButton copy = new CopyButton(() -> getItem() == null ? "" : getItem().value(), Messages.text("event.value"), desktop);
        private final VBox values = new VBox(value);
        private final HBox row = new HBox(8, name, values, copy);

        private Cell() {
            name.setMinWidth(NAMES);
            name.setMaxWidth(NAMES);
            all.getStyleClass().add("text-link");
            all.setOnAction(event -> {
                opened.add(getItem().name());
                fill();
            });
            HBox.setHgrow(values, Priority.ALWAYS);
            row.setAlignment(Pos.TOP_LEFT);
        }

        @Override protected void updateItem(Row item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(SafeText.line(item.name(), SafeText.SHORT));
            value.setText(item.value().isEmpty() ? Messages.text("value.empty") : SafeText.block(item.shown()));
            List<Span> marks = item.more() || !item.shown().equals(item.value()) ? List.of() : matched.in(item.field(), item.value());
            values.getChildren().setAll(marks.isEmpty() ? value : MarkedText.of(item.value(), marks));
            if (item.more()) {
                all.setText(Messages.text("value.showAll", item.value().length()));
                values.getChildren().add(all);
            }
            copy.setVisible(!item.name().isEmpty());
            setGraphic(row);
        }

        @Override protected double computePrefHeight(double width) {
            double room = getListView() == null ? 400 : getListView().getWidth() - 34;
            return isEmpty() ? 24 : Math.max(24, row.prefHeight(Math.max(300, room)) + snappedTopInset() + snappedBottomInset());
        }

        @Override protected double computePrefWidth(double height) {
            return 100;
        }
    }
}
