package dev.spoor.ui.guide;

import dev.spoor.triage.FilledStep;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.StepHits;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A search with the number of its hits, which is there before it is pressed. Pressed, it shows them. */
final class SearchButton extends Button {
    private final FilledStep step;
    private final Label count = Widgets.label("…", "search-count");

    SearchButton(FilledStep step, ObservableValue<StepHits> hits, Consumer<StepHits> show) {
        this.step = step;
        getStyleClass().addAll("bar-button", "search-button");
        Label words = Widgets.label(SafeText.line(step.label(), 120), "plain");
        HBox face = new HBox(8, Widgets.icon("mdomz-search", 14), words, count);
        face.setAlignment(Pos.CENTER_LEFT);
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setDisable(true);
        if (step.runs()) {
            setAccessibleText(Messages.text("guide.counting", words.getText()));
            hits.subscribe(this::show);
            setOnAction(event -> show.accept(hits.getValue()));
        } else {
            count.setText(Formats.NONE);
            setAccessibleText(Messages.text("guide.cannotRun", words.getText(), step.problem().orElse("")));
        }
    }

    private void show(StepHits found) {
        if (found == null) {
            return;
        }
        String number = found.problem().isPresent() ? Formats.NONE : Formats.count(found.count());
        count.setText(number);
        setDisable(false);
        setAccessibleText(Messages.text("guide.counted", SafeText.line(step.label(), 120), number));
        setTooltip(Widgets.tooltip(SafeText.line(found.problem().orElse(found.query().isEmpty() ? step.label() : found.query()), SafeText.SHORT)));
    }
}
