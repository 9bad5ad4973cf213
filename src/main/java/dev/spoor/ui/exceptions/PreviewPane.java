package dev.spoor.ui.exceptions;

import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.SampleTrial;
import dev.spoor.workbench.Suppressed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What would vanish: how many alerts, by decision and by host; a warning first where one of them is a true positive. */
final class PreviewPane extends VBox {
    private static final int SHOWN = 8;
    private final PreviewModel model;
    private final Desktop desktop;
    private final Times times;
    private final VBox wide = new VBox(8);
    private final VBox samples = new VBox(4);

    PreviewPane(PreviewModel model, Desktop desktop, Times times) {
        super(12);
        this.model = model;
        this.desktop = desktop;
        this.times = times;
        setId("except-preview");
        getStyleClass().add("except-preview");
        model.stateProperty().subscribe(this::show);
        model.breadthProperty().subscribe(found -> wide.getChildren().setAll(found.map(BreadthBox::of).stream().toList()));
        model.samplesProperty().subscribe(this::show);
    }

    private void show(PreviewModel.Samples state) {
        samples.getChildren().clear();
        switch (state) {
            case PreviewModel.Samples.None() -> {}
            case PreviewModel.Samples.Running() -> samples.getChildren().add(Widgets.wrapped(Messages.text("except.samplesRunning"), "muted"));
            case PreviewModel.Samples.Failed(String message) -> samples.getChildren().add(Widgets.wrapped(Messages.text("except.samplesFailed", message), "plain"));
            case PreviewModel.Samples.Done(SampleTrial trial) -> samples.getChildren().add(BreadthBox.of(trial));
        }
        Button choose = Widgets.button("except.trySamples", this::choose);
        choose.setId("except-try-samples");
        samples.getChildren().add(choose);
    }

    private void choose() {
        desktop.chooseFolder(getScene().getWindow(), Messages.text("except.samplesChoose")).ifPresent(model::tryOn);
    }

    private void show(PreviewModel.State state) {
        Label title = Widgets.label(Messages.text("except.vanish"), "section-title");
        Label note = Widgets.label("", "muted");
        HBox head = new HBox(8, title, Widgets.spring(), note);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head);
        switch (state) {
            case PreviewModel.State.Incomplete() -> getChildren().add(Widgets.wrapped(Messages.text("except.incomplete"), "muted"));
            case PreviewModel.State.Working() -> getChildren().add(Widgets.wrapped(Messages.text("except.working"), "muted"));
            case PreviewModel.State.Failed(String message) -> getChildren().add(Widgets.wrapped(Messages.text("except.previewFailed", message), "plain"));
            case PreviewModel.State.Ready(Suppressed found, long millis) -> {
                note.setText(Messages.text("except.live", String.format(Locale.ROOT, "%.1f", millis / 1000.0)));
                show(found);
            }
        }
    }

    private void show(Suppressed found) {
        Label number = Widgets.label(Formats.count(found.alerts().size()), "big-number");
        number.setId("except-count");
        HBox sum = new HBox(8, number, Widgets.label(Messages.text("except.ofAlerts", found.of(), found.rules()), "plain"));
        sum.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(sum, bar(found));
        if (!found.causes().isEmpty()) {
            getChildren().add(causes(found));
        }
        if (found.hidesTruePositive()) {
            getChildren().add(warning(found.byDecision().get(Suppressed.Decided.TRUE_POSITIVE)));
        }
        if (!found.alerts().isEmpty()) {
            getChildren().addAll(Widgets.label(Messages.text("except.byDecision"), "section-title"), decisions(found), Widgets.label(Messages.text("except.byHost"),
                    "section-title"), hosts(found));
        }
        if (!found.alerts().isEmpty() || !found.staying().isEmpty()) {
            HBox when =
                    new HBox(8, Widgets.label(Messages.text("except.when"), "section-title"), Widgets.spring(), Widgets.label(Messages.text("except.stay", found.staying().size()),
                            "muted"));
            getChildren().addAll(when, new VanishTimes(found, times));
        }
        getChildren().addAll(Widgets.label(Messages.text("except.also"), "section-title"), line("", Messages.text("except.events"), Formats.count(found.events())),
                line("", Messages.text("except.hostsUsers"), Messages.text("except.hostsUsersCount", found.hosts().size(), found.users().size())));
        getChildren().addAll(wide, samples);
        if (found.appearing() > 0) {
            getChildren().add(Widgets.wrapped(Messages.text("except.appearing", found.appearing()), "warning-text"));
        }
    }

    /** Why nothing would vanish. */
    private static VBox causes(Suppressed found) {
        VBox box = new VBox(4);
        box.setId("except-causes");
        box.getStyleClass().addAll("notice");
        found.causes().forEach(cause -> box.getChildren().add(Widgets.wrapped(Messages.text("except.why." + cause.reason().name().toLowerCase(Locale.ROOT),
                SafeText.line(String.join("; ", cause.names()), 600)), "plain")));
        return box;
    }

    private static Pane bar(Suppressed found) {
        HBox bar = new HBox();
        bar.getStyleClass().add("vanish-bar");
        bar.setMinHeight(12);
        bar.setMaxHeight(12);
        found.byDecision().forEach((decided, alerts) -> {
            Region part = new Region();
            part.getStyleClass().add("vanish-" + decided.name().toLowerCase(Locale.ROOT));
            part.setMinWidth(2);
            part.prefWidthProperty().bind(bar.widthProperty().multiply((double) alerts.size() / Math.max(1, found.of())));
            bar.getChildren().add(part);
        });
        bar.setAccessibleText(Messages.text("except.bar", found.alerts().size(), found.of()));
        return bar;
    }

    private VBox warning(List<Alert> alerts) {
        VBox box = new VBox(4, Widgets.label(Messages.text("except.hidesTrue", alerts.size()), "text-strong"));
        box.getStyleClass().addAll("notice", "notice-danger");
        for (Alert alert : alerts.subList(0, Math.min(3, alerts.size()))) {
            box.getChildren()
                    .add(Widgets.wrapped(SafeText.line(alert.host().orElse(Formats.NONE), 80) + ", " + times.time(alert.time()) + ". " + SafeText.line(alert.summary(), 200),
                            "plain"));
        }
        box.getChildren().add(Widgets.wrapped(Messages.text("except.hidesTrueWhat"), "muted"));
        return box;
    }

    private static VBox decisions(Suppressed found) {
        VBox lines = new VBox();
        found.byDecision().forEach((decided, alerts) -> {
            long hosts = alerts.stream().flatMap(alert -> alert.host().stream()).distinct().count();
            String where = hosts == 1 ? SafeText.line(alerts.stream().flatMap(alert -> alert.host().stream()).findFirst().orElse(""), 60) : Messages.text("except.hosts", hosts);
            HBox line = line(icon(decided), word(decided) + "  ·  " + where, Formats.count(alerts.size()));
            if (decided == Suppressed.Decided.TRUE_POSITIVE) {
                line.getStyleClass().add("vanish-danger");
            }
            lines.getChildren().add(line);
        });
        return lines;
    }

    private static VBox hosts(Suppressed found) {
        VBox lines = new VBox();
        List<Map.Entry<String, Long>> hosts = found.hosts().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey())).toList();
        hosts.stream().limit(SHOWN).forEach(host -> lines.getChildren().add(line("", SafeText.line(host.getKey(), 80), Formats.count(host.getValue()))));
        if (hosts.size() > SHOWN) {
            lines.getChildren().add(Widgets.label(Messages.text("except.moreHosts", hosts.size() - SHOWN), "muted"));
        }
        return lines;
    }

    private static HBox line(String icon, String words, String count) {
        HBox line = new HBox(6);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("vanish-line");
        if (!icon.isEmpty()) {
            Node mark = Widgets.icon(icon, 14);
            line.getChildren().add(mark);
        }
        Label number = Widgets.label(count, "text-strong");
        number.setMinWidth(USE_PREF_SIZE);
        line.getChildren().addAll(Widgets.label(words, "plain"), Widgets.spring(), number);
        return line;
    }

    private static String word(Suppressed.Decided decided) {
        return Messages.text("except.decided." + decided.name().toLowerCase(Locale.ROOT));
    }

    private static String icon(Suppressed.Decided decided) {
        return switch (decided) {
            case TRUE_POSITIVE -> "mdoal-flag";
            case OPEN -> "mdomz-radio_button_unchecked";
            case ACKNOWLEDGED -> "mdomz-visibility";
            case FALSE_POSITIVE -> "mdoal-block";
            case BENIGN_POSITIVE -> "mdoal-check_circle";
            case OTHER -> "mdomz-more_horiz";
        };
    }
}
