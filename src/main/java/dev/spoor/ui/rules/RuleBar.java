package dev.spoor.ui.rules;

import dev.spoor.rule.Fidelity;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.Widgets;
import dev.spoor.ui.control.WordsField;
import java.util.EnumMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Words to search for, and a chip per degree of "can it run". */
final class RuleBar extends HBox {
    private final RulesViewModel model;
    private final WordsField words;
    private final Map<Fidelity.Status, ToggleButton> chips = new EnumMap<>(Fidelity.Status.class);
    private final ToggleButton fired;
    private final Label count = Widgets.label("", "muted");

    RuleBar(RulesViewModel model, Runnable leave) {
        super(8);
        this.model = model;
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        words = new WordsField("rule-filter", "rules.filter", 220, leave);
        words.textProperty().subscribe(text -> model.filterProperty().set(model.filterProperty().get().withText(text)));
        getChildren().add(words);
        for (Fidelity.Status status : Fidelity.Status.values()) {
            ToggleButton chip = chip(() -> model.filterProperty().set(model.filterProperty().get().toggled(status)));
            chips.put(status, chip);
            getChildren().add(chip);
        }
        fired = chip(() -> model.filterProperty().set(model.filterProperty().get().toggledAlerts()));
        Button clear = Widgets.button("alerts.clearFilters", this::clear);
        clear.getStyleClass().add("link-button");
        getChildren().addAll(fired, clear, Widgets.spring(), count);
        model.rules().addListener((ListChangeListener<Object>) change -> counts());
        model.shown().addListener((ListChangeListener<Object>) change -> counts());
        model.filterProperty().subscribe(filter -> {
            chips.forEach((status, chip) -> chip.setSelected(filter.fidelity().contains(status)));
            fired.setSelected(filter.withAlert());
            clear.setVisible(filter.size() > 0);
        });
        counts();
    }

    private static ToggleButton chip(Runnable action) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().add("chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(event -> action.run());
        return chip;
    }

    void focusWords() {
        words.focusWords();
    }

    /** Filters by these words alone. */
    void find(String text) {
        clear();
        words.setText(text);
    }

    void clear() {
        words.clear();
        model.filterProperty().set(RuleFilter.ALL);
    }

    private void counts() {
        chips.forEach((status, chip) -> chip.setText(Badge.fidelityWord(status) + " " + Formats.count(model.count(status))));
        fired.setText(Messages.text("rules.fired") + " " + Formats.count(model.withAlerts()));
        count.setText(Messages.text("rules.count", model.shown().size(), model.rules().size(), model.ran()));
    }
}
