package dev.spoor.ui.app;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.CaseSummary;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;

/** The numbers of the case; each leads to what is behind it. Then what is being done, and what was done last. */
final class StatusBar extends HBox {
    private final Hyperlink events;
    private final Hyperlink sources;
    private final Hyperlink damaged;
    private final Hyperlink rulesRan;
    private final Hyperlink rulesNotRun;
    private final Hyperlink open;
    private final Hyperlink variants;

    StatusBar(CaseModel model, Times times, Runnable alerts, Runnable evidence, Runnable rules, Runnable blindRules) {
        super(8);
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        events = link(evidence);
        sources = link(evidence);
        damaged = link(evidence);
        damaged.setGraphic(Widgets.icon("mdomz-warning", 14));
        damaged.getStyleClass().add("warning-icon");
        damaged.managedProperty().bind(damaged.visibleProperty());
        rulesRan = link(rules);
        rulesNotRun = link(blindRules);
        open = link(alerts);
        variants = link(alerts);
        Label notice = Widgets.label("", "notice-text");
        notice.textProperty().bind(model.noticeProperty());
        notice.setMinWidth(0);
        Button undo = Widgets.button("action.undo", () -> model.undoProperty().get().run());
        undo.setId("undo");
        undo.getStyleClass().add("link-button");
        undo.visibleProperty().bind(model.undoProperty().isNotNull());
        undo.managedProperty().bind(undo.visibleProperty());
        Label progress = Widgets.label("", "muted");
        progress.textProperty().bind(model.progressProperty());
        Button cancel = Widgets.button("action.cancel", model::cancel);
        cancel.getStyleClass().add("link-button");
        cancel.visibleProperty().bind(model.progressProperty().isNotEmpty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        Label zone = Widgets.label(Messages.text("status.zone", times.zoneName()), "muted");
        zone.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(events, line(), sources, damaged, line(), rulesRan, rulesNotRun, line(), open, variants, line(), notice, undo, Widgets.spring(), progress, cancel,
                zone);
        model.summaryProperty().subscribe(this::fill);
    }

    private static Separator line() {
        return new Separator(Orientation.VERTICAL);
    }

    private static Hyperlink link(Runnable action) {
        Hyperlink link = new Hyperlink();
        link.getStyleClass().add("status-link");
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }

    private void fill(CaseSummary summary) {
        if (summary == null) {
            return;
        }
        events.setText(Messages.text("status.events", summary.events()));
        sources.setText(Messages.text("status.sources", summary.sources()));
        damaged.setText(Messages.text("status.damaged", Formats.count(summary.damagedSources())));
        damaged.setVisible(summary.damagedSources() > 0);
        rulesRan.setText(Messages.text("status.rulesRan", summary.rulesRan()));
        rulesNotRun.setText(Messages.text("status.rulesNotRun", Formats.count(summary.rulesNotRun())));
        open.setText(Messages.text("status.openAlerts", Formats.count(summary.openAlerts()), summary.alerts()));
        variants.setText(Messages.text("status.variants", summary.variants().decided(), summary.variants().variants()));
    }
}
