package dev.spoor.ui.control;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/**
 * A button that opens a list of values with their counts, of which several can be ticked, to be shown only or to be left out. Keys in the list: ↑ ↓ move, Space and
 * Enter tick, letters search, Esc closes.
 */
public final class ChoiceButton extends Button {
    /**
     * A value that can be ticked.
     *
     * @param value what is told back
     * @param text  what is read
     * @param count how often there is one
     */
    public record Choice(String value, String text, long count, boolean ticked) {}

    /** Where the values come from, and who is told of a tick. */
    public interface Source {
        /** Asks for the values; {@code out} tells whether the ticks leave values out. The answer may come later. */
        void ask(boolean out, Consumer<List<Choice>> answer);

        /** A value was ticked, or no longer is. */
        void toggle(boolean out, String value);
    }

    private static final double ROW = 28;
    private static final int ROWS = 12;
    private final Source source;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final CheckBox out = new CheckBox(Messages.text("choice.out"));
    private final ListView<Choice> list = new ListView<>();

    /** A button named {@code title}. */
    public ChoiceButton(String title, Source source) {
        super(title);
        this.source = source;
        getStyleClass().addAll("bar-button", "menu-like");
        setGraphic(Widgets.icon("mdoal-arrow_drop_down", 16));
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(Messages.text("choice.filterBy", title));
        setOnAction(event -> open());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                open();
                event.consume();
            }
        });
        search.setPromptText(Messages.text("choice.search"));
        search.setAccessibleText(Messages.text("choice.search"));
        search.setOnAction(event -> list.requestFocus());
        list.setAccessibleText(Messages.text("choice.list", title));
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Line());
        list.getStyleClass().add("choices");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        out.setOnAction(event -> fill());
        VBox box = new VBox(8, search, list, out);
        box.getStyleClass().add("choice-popup");
        popup.getContent().setAll(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    private void open() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        search.clear();
        fill();
        Bounds place = localToScreen(getBoundsInLocal());
        popup.show(this, place.getMinX(), place.getMaxY() + 4);
        list.requestFocus();
    }

    private void fill() {
        source.ask(out.isSelected(), this::show);
    }

    private void show(List<Choice> choices) {
        int row = Math.max(0, list.getSelectionModel().getSelectedIndex());
        FilteredList<Choice> shown = new FilteredList<>(FXCollections.observableList(choices));
        shown.predicateProperty().bind(search.textProperty().map(text -> choice -> choice.text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT).strip())));
        search.setVisible(choices.size() > ROWS / 2);
        search.setManaged(choices.size() > ROWS / 2);
        list.setItems(shown);
        list.setPrefHeight(ROW * Math.clamp(choices.size(), 1, ROWS) + 2);
        list.getSelectionModel().select(Math.min(row, choices.size() - 1));
    }

    private void listKey(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            tick(list.getSelectionModel().getSelectedItem());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
            event.consume();
        } else if (event.getCode().isLetterKey() && !event.isShortcutDown() && search.isVisible()) {
            search.requestFocus();
        }
    }

    private void tick(Choice choice) {
        if (choice != null) {
            source.toggle(out.isSelected(), choice.value());
            fill();
        }
    }

    private final class Line extends ListCell<Choice> {
        private final CheckBox box = new CheckBox();
        private final Label text = Widgets.label("", "plain");
        private final Label count = Widgets.label("", "muted");
        private final HBox line = new HBox(8, box, text, Widgets.spring(), count);

        private Line() {
            box.setFocusTraversable(false);
            box.setMouseTransparent(true);
            line.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(text, Priority.SOMETIMES);
            text.setMinWidth(0);
            count.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
            setOnMouseClicked(event -> tick(getItem()));
        }

        @Override protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            Node shown = empty || choice == null ? null : line;
            setGraphic(shown);
            if (shown != null) {
                box.setSelected(choice.ticked());
                text.setText(SafeText.line(choice.text(), 120));
                count.setText(Formats.count(choice.count()));
                setAccessibleText(Messages.text(choice.ticked() ? "choice.ticked" : "choice.unticked", text.getText(), choice.count()));
            }
        }
    }
}
