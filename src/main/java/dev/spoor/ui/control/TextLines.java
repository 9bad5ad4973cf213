package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** A text of any length, line by line; only the lines in sight cost anything. Lines over 1,000 characters are continued on the next one. */
public final class TextLines extends ListView<String> {
    private static final int LONGEST = 1000;

    /** Shows a text. */
    public TextLines(String text) {
        getStyleClass().add("text-lines");
        setAccessibleText(Messages.text("text.lines"));
        setCellFactory(list -> new Line());
        getItems().setAll(lines(text));
    }

    /** The lines of a text, cut where they are too long, without splitting a character. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            if (end - at > LONGEST) {
                end = SafeText.whole(text, at + LONGEST);
                newline = -1;
            }
            lines.add(text.substring(at, end));
            at = end + (newline == end ? 1 : 0);
        }
        return lines;
    }

    private static final class Line extends ListCell<String> {
        private final Label text = Widgets.label("", "code");

        private Line() {
            text.setWrapText(true);
            setGraphic(text);
        }

        @Override protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            text.setText(empty || line == null ? "" : SafeText.block(line));
        }

        @Override protected double computePrefHeight(double width) {
            double room = getListView() == null ? 400 : getListView().getWidth() - 32;
            return Math.max(18, text.prefHeight(Math.max(100, room))) + snappedTopInset() + snappedBottomInset();
        }

        @Override protected double computePrefWidth(double height) {
            return 100;
        }
    }
}
