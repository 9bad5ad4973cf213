package dev.spoor.ui.alerts;

import dev.spoor.triage.VariantCount;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** How far the decisions are, counted from the alerts of the whole case: {@code 12,431 alerts = 61 variants, 40 decided}. */
final class VariantMeter extends HBox {
    private final AlertsViewModel model;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = Widgets.label("", "muted", "small");

    VariantMeter(AlertsViewModel model) {
        super(8);
        this.model = model;
        setId("variant-meter");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        words.setMinWidth(0);
        words.setTooltip(Widgets.tooltip(Messages.text("variants.what")));
        bar.getStyleClass().add("variant-bar");
        bar.setMinWidth(USE_PREF_SIZE);
        bar.setAccessibleText(Messages.text("variants.bar"));
        getChildren().addAll(bar, words);
        model.shownProperty().subscribe(listing -> show());
    }

    private void show() {
        VariantCount count = model.shownProperty().get().index().variants();
        setVisible(count.variants() > 0);
        words.setText(Messages.text("variants.count", model.alerts().size(), count.variants(), count.decided()));
        bar.setProgress(count.variants() == 0 ? 0 : (double) count.decided() / count.variants());
    }
}
