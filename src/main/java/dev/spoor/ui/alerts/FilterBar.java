package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.ChoiceButton;
import dev.spoor.ui.control.FilterChip;
import dev.spoor.ui.control.Widgets;
import dev.spoor.ui.control.WordsField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** Words to search for, a list of values per field, and a chip per condition that holds now. */
final class FilterBar extends HBox {
    private static final int NAMED = 2;
    private final AlertsViewModel model;
    private final Times times;
    private final WordsField words;
    private final FlowPane flow = new FlowPane(8, 6);
    private final List<Node> controls = new ArrayList<>();
    private final Button clear;
    private final PauseTransition typing = new PauseTransition(Duration.millis(40));

    /**
     * A bar for the model's filter.
     *
     * @param leave called when the user is done with the text field
     * @param right what stands at the right end
     */
    FilterBar(AlertsViewModel model, Times times, Runnable leave, Node... right) {
        super(8);
        this.model = model;
        this.times = times;
        getStyleClass().add("filter-bar");
        setAlignment(Pos.TOP_LEFT);
        words = new WordsField("alert-filter", "alerts.filter", 180, leave);
        typing.setOnFinished(event -> model.filter(filter -> filter.withText(words.getText())));
        words.textProperty().subscribe(text -> typing.playFromStart());
        controls.add(words);
        for (AlertField field : AlertField.CHOOSABLE) {
            ChoiceButton button = new ChoiceButton(field.title(), new Values(field));
            button.setId("filter-" + field.word());
            controls.add(button);
        }
        clear = Widgets.button("alerts.clearAll", this::clear);
        clear.getStyleClass().add("link-button");
        flow.setRowValignment(VPos.CENTER);
        flow.widthProperty().subscribe(width -> flow.setPrefWrapLength(Math.max(400, width.doubleValue())));
        flow.setMinWidth(0);
        HBox.setHgrow(flow, Priority.ALWAYS);
        getChildren().add(flow);
        getChildren().addAll(right);
        model.queryProperty().subscribe(query -> chips(query.filter()));
    }

    /** Puts the cursor into the text field. */
    void focusWords() {
        words.focusWords();
    }

    /** Filters by these words alone. */
    void find(String text) {
        clear();
        words.setText(text);
    }

    /** Shows all alerts again. */
    void clear() {
        model.filter(filter -> AlertFilter.ALL);
    }

    private void chips(AlertFilter filter) {
        if (!words.isFocused() && !words.getText().equals(filter.text())
                || filter.text().isEmpty() && filter.size() == 0 && typing.getStatus() != javafx.animation.Animation.Status.RUNNING) {
            words.setText(filter.text());
        }
        List<Node> nodes = new ArrayList<>(controls);
        for (AlertFilter.Clause clause : filter.clauses()) {
            nodes.add(chip(clause));
        }
        filter.range().ifPresent(range -> nodes.add(chip(range)));
        if (filter.size() > 0) {
            nodes.add(clear);
        }
        flow.getChildren().setAll(nodes);
    }

    private FilterChip chip(AlertFilter.TimeRange range) {
        String value = Messages.text("filter.range", times.minuteOfYear(range.from()), times.minuteOfYear(range.to()));
        FilterChip chip = new FilterChip(Messages.text("filter.time"), value, false, () -> model.filter(now -> now.within(Optional.empty())));
        chip.setId("chip-time");
        return chip;
    }

    private FilterChip chip(AlertFilter.Clause clause) {
        AlertField field = clause.field();
        List<String> values = clause.values().stream().sorted().map(field::shown).toList();
        String value = values.size() <= NAMED ? String.join(Messages.text("filter.or"), values) : Messages.text("filter.several", values.size());
        String words = Messages.text(clause.negated() ? "filter.isNot" : "filter.is", field.title());
        FilterChip chip = new FilterChip(words, value, clause.negated(), () -> model.filter(now -> now.with(field, clause.negated(), java.util.Set.of())));
        chip.setId("chip-" + field.word() + (clause.negated() ? "-not" : ""));
        return chip;
    }

    /** The values of a field with their counts. */
    private final class Values implements ChoiceButton.Source {
        private final AlertField field;

        private Values(AlertField field) {
            this.field = field;
        }

        @Override public void ask(boolean out, Consumer<List<ChoiceButton.Choice>> answer) {
            model.count(field, found -> {
                AlertFilter filter = model.queryProperty().get().filter();
                Map<String, Long> counts = new LinkedHashMap<>();
                always().forEach(value -> counts.put(value, 0L));
                counts.putAll(found);
                filter.values(field, out).forEach(value -> counts.putIfAbsent(value, 0L));
                List<ChoiceButton.Choice> choices = new ArrayList<>();
                counts.forEach((value, count) -> choices.add(new ChoiceButton.Choice(value, field.shown(value), count, filter.values(field, out).contains(value))));
                answer.accept(choices);
            });
        }

        private List<String> always() {
            return switch (field) {
                case SEVERITY -> Arrays.stream(Severity.values()).map(Severity::word).toList().reversed();
                case STATUS -> Arrays.stream(Status.values()).map(Status::word).toList();
                case TIME, RULE, RULE_SEVERITY, HOST, USER, EVENTS, RISK, TECHNIQUE, TAG, ORIGIN, FILE, ALERTS, VARIANT, EVENT -> List.of();
            };
        }

        @Override public void toggle(boolean out, String value) {
            model.filter(filter -> filter.toggled(field, out, value));
        }
    }
}
