package dev.spoor.ui.exceptions;

import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.ExceptionBreadth;
import dev.spoor.workbench.SampleTrial;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How broad an exception is, in plain words, and what it does to sample logs. */
final class BreadthBox {
    private static final int SHOWN = 3;

    private BreadthBox() {}

    static VBox of(ExceptionBreadth breadth) {
        Label grade = Widgets.label(Messages.text("except.grade." + breadth.grade().name().toLowerCase(Locale.ROOT)), "text-strong");
        grade.setId("except-grade");
        HBox head = new HBox(8, Widgets.label(Messages.text("except.breadth"), "section-title"), Widgets.spring(), grade,
                Widgets.label(Messages.text("except.score", breadth.score()), "muted"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(2, head);
        box.setId("except-breadth");
        breadth.reasons().forEach(reason -> box.getChildren().add(Widgets.wrapped("· " + Messages.text("except.broad." + reason.name().toLowerCase(Locale.ROOT),
                switch (reason) {
                    case OTHER_EVENTS -> Formats.count(breadth.otherEvents());
                    case MANY_HOSTS -> Formats.count(breadth.hosts());
                    case MANY_USERS -> Formats.count(breadth.users());
                    case WRITABLE_PATH -> SafeText.line(String.join(", ", breadth.writable()), 160);
                    case SINGLE_CONDITION, MANY_RULES, NO_END -> "";
                }), "plain")));
        box.getChildren().add(Widgets.wrapped(Messages.text("except.future", breadth.otherEvents(), breadth.hosts(), breadth.users()), "muted"));
        return box;
    }

    static VBox of(SampleTrial trial) {
        VBox box = new VBox(2);
        box.setId("except-samples");
        box.getStyleClass().add("notice");
        if (!trial.hidden().isEmpty()) {
            box.getStyleClass().add("notice-danger");
        }
        box.getChildren()
                .add(Widgets.wrapped(Messages.text(trial.hidden().isEmpty() ? "except.samplesNone" : "except.samplesHidden", trial.hidden().size(), trial.alerts(), trial.events()),
                        "text-strong"));
        for (Alert alert : trial.hidden().subList(0, Math.min(SHOWN, trial.hidden().size()))) {
            box.getChildren().add(Widgets.wrapped(SafeText.line(alert.rule().name() + ": " + alert.summary(), 200), "plain"));
        }
        if (!trial.refused().isEmpty()) {
            box.getChildren().add(Widgets.wrapped(Messages.text("except.samplesRefused", trial.refused().size(), SafeText.line(trial.refused().getFirst(), 160)), "muted"));
        }
        return box;
    }
}
