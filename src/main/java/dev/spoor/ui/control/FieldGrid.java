package dev.spoor.ui.control;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.SafeText;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Names and values in two columns; values wrap and can be copied. */
public final class FieldGrid extends GridPane {
    private final Desktop desktop;
    private int rows;

    /**
     * An empty list.
     *
     * @param nameWidth width of the first column in px
     */
    public FieldGrid(Desktop desktop, double nameWidth) {
        this.desktop = desktop;
        getStyleClass().add("field-grid");
        ColumnConstraints names = new ColumnConstraints(nameWidth);
        ColumnConstraints values = new ColumnConstraints(60, 200, Double.MAX_VALUE, Priority.ALWAYS, HPos.LEFT, true);
        ColumnConstraints copies = new ColumnConstraints(24);
        getColumnConstraints().addAll(names, values, copies);
    }

    /** A row of a fact that Spoor words itself, or of a short value of a rule; one that is not short can be opened. */
    public FieldGrid fact(String name, String value) {
        Node shown = value.length() > SafeText.SHORT ? new ValueView(value) : Widgets.wrapped(value.isEmpty() ? Formats.NONE : SafeText.line(value));
        return row(Widgets.wrapped(name, "muted"), shown, value);
    }

    /** A row of a value from a log or a rule file, with a button that copies it. */
    public FieldGrid field(String name, List<String> values) {
        VBox box = new VBox();
        values.forEach(value -> box.getChildren().add(new ValueView(value, "code")));
        if (values.isEmpty()) {
            box.getChildren().add(Widgets.label(Formats.NONE, "muted"));
        }
        return row(Widgets.wrapped(SafeText.line(name, SafeText.SHORT), "code", "muted"), box, String.join("\n", values));
    }

    /** A row of values under a name of Spoor's own. */
    public FieldGrid values(String name, List<String> values) {
        field(name, values);
        Node label = getChildren().stream().filter(node -> GridPane.getRowIndex(node) == rows - 1 && GridPane.getColumnIndex(node) == 0).findFirst().orElseThrow();
        label.getStyleClass().remove("code");
        return this;
    }

    /** A row with a node of the caller's and nothing to copy. */
    public FieldGrid node(String name, Node value) {
        return row(Widgets.wrapped(name, "muted"), value, "");
    }

    /** A row of a value from a log whose view the caller makes; {@code copy} is what is copied. */
    public FieldGrid named(String name, Node value, String copy) {
        return row(Widgets.wrapped(SafeText.line(name, SafeText.SHORT), "code", "muted"), value, copy);
    }

    /** Whether no row was added. */
    public boolean isEmpty() {
        return rows == 0;
    }

    private FieldGrid row(Label name, Node value, String copy) {
        GridPane.setValignment(name, VPos.TOP);
        GridPane.setValignment(value, VPos.TOP);
        add(name, 0, rows);
        add(value, 1, rows);
        if (!copy.isEmpty()) {
            Node button = new CopyButton(() -> copy, name.getText(), desktop);
            GridPane.setValignment(button, VPos.TOP);
            add(button, 2, rows);
        }
        rows++;
        return this;
    }
}
