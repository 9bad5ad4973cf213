package dev.spoor.ui.control;

import dev.spoor.query.text.Span;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** A text of any length, line by line; only the lines in sight cost anything. Lines over 1,000 characters are continued on the next one. */
public final class TextLines extends ListView<String> {
    private static final int LONGEST = 1000;

    private final List<Integer> starts = new ArrayList<>();
    private final List<Span> marks;

    /** Shows a text. */
    public TextLines(String text) {
        this(text, List.of());
    }

    /** Shows a text in which some characters are marked; these are in order and do not overlap. */
    public TextLines(String text, List<Span> marks) {
        this.marks = List.copyOf(marks);
        getStyleClass().add("text-lines");
        setAccessibleText(Messages.text("text.lines"));
        setCellFactory(list -> new Line(this::marks));
        getItems().setAll(lines(text));
        int at = 0;
        for (String line : getItems()) {
            starts.add(at);
            at += line.length();
            at += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
        }
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

    /** The marks of a line, counted from its beginning. */
    private List<Span> marks(int line, int length) {
        int start = marks.isEmpty() || line >= starts.size() ? 0 : starts.get(line);
        return marks.stream().filter(mark -> mark.end() > start && mark.start() < start + length)
                .map(mark -> new Span(Math.max(0, mark.start() - start), Math.min(length, mark.end() - start))).toList();
    }

    private static final class Line extends ListCell<String> {
        private final Label text = Widgets.label("", "code");
        private final BiFunction<Integer, Integer, List<Span>> marks;

        private Line(BiFunction<Integer, Integer, List<Span>> marks) {
            this.marks = marks;
            text.setWrapText(true);
            setGraphic(text);
        }

        @Override protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            text.setText(empty || line == null ? "" : SafeText.block(line));
            List<Span> found = empty || line == null ? List.of() : marks.apply(getIndex(), line.length());
            setGraphic(found.isEmpty() ? text : MarkedText.of(line, found));
        }

        @Override protected double computePrefHeight(double width) {
            double room = getListView() == null ? 400 : getListView().getWidth() - 32;
            return Math.max(18, getGraphic().prefHeight(Math.max(100, room))) + snappedTopInset() + snappedBottomInset();
        }

        @Override protected double computePrefWidth(double height) {
            return 100;
        }
    }
}
