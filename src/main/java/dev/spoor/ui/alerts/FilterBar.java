package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.Widgets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Words to search for, and a chip per severity and status with how many alerts have it. */
final class FilterBar extends HBox {
    private final AlertsViewModel model;
    private final TextField words = new TextField();
    private final Map<Severity, ToggleButton> severities = new EnumMap<>(Severity.class);
    private final Map<Status, ToggleButton> statuses = new EnumMap<>(Status.class);
    private final Button clear;

    /**
     * A bar for the model's filter.
     *
     * @param leave called when the user is done with the text field
     */
    FilterBar(AlertsViewModel model, Runnable leave) {
        super(8);
        this.model = model;
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("alert-filter");
        words.setPromptText(Messages.text("alerts.filter"));
        words.setAccessibleText(Messages.text("alerts.filter"));
        words.setPrefWidth(220);
        words.setMinWidth(100);
        HBox.setHgrow(words, Priority.SOMETIMES);
        words.setMaxWidth(320);
        words.textProperty().subscribe(text -> model.filterProperty().set(model.filterProperty().get().withText(text)));
        words.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    words.clear();
                }
                leave.run();
                event.consume();
            }
        });
        getChildren().add(words);
        for (Severity severity : Arrays.asList(Severity.values()).reversed()) {
            ToggleButton chip = chip(SeverityMark.shape(severity), () -> model.filterProperty().set(model.filterProperty().get().toggled(severity)));
            severities.put(severity, chip);
            getChildren().add(chip);
        }
        getChildren().add(new Separator(Orientation.VERTICAL));
        for (Status status : Status.values()) {
            ToggleButton chip = chip(null, () -> model.filterProperty().set(model.filterProperty().get().toggled(status)));
            statuses.put(status, chip);
            getChildren().add(chip);
        }
        clear = Widgets.button("alerts.clearFilters", this::clear);
        clear.getStyleClass().add("link-button");
        getChildren().add(clear);
        model.alerts().addListener((ListChangeListener<Object>) change -> counts());
        model.filterProperty().subscribe(this::selected);
        counts();
    }

    private static ToggleButton chip(Node graphic, Runnable action) {
        ToggleButton chip = new ToggleButton();
        chip.setGraphic(graphic);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(event -> action.run());
        return chip;
    }

    /** Puts the cursor into the text field. */
    void focusWords() {
        words.requestFocus();
        words.selectAll();
    }

    /** Filters by these words alone. */
    void find(String text) {
        clear();
        words.setText(text);
    }

    /** Shows all alerts again. */
    void clear() {
        words.clear();
        model.filterProperty().set(AlertFilter.ALL);
    }

    private void selected(AlertFilter filter) {
        severities.forEach((severity, chip) -> chip.setSelected(filter.severities().contains(severity)));
        statuses.forEach((status, chip) -> chip.setSelected(filter.statuses().contains(status)));
        clear.setVisible(filter.size() > 0);
    }

    private void counts() {
        severities.forEach((severity, chip) -> count(chip, SeverityMark.word(severity), model.count(severity)));
        statuses.forEach((status, chip) -> count(chip, Messages.text("status." + status.word()), model.count(status)));
    }

    private static void count(ToggleButton chip, String word, long count) {
        chip.setText(word + " " + Formats.count(count));
        chip.setAccessibleText(Messages.text("alerts.chip", word, count));
    }
}
