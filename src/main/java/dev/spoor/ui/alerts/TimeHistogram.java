package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.Widgets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How the alerts lie in time, stacked by severity, with the range that was chosen of it. */
final class TimeHistogram extends VBox {
    private final AlertsViewModel model;
    private final HistogramCanvas canvas;
    private final Times times;
    private final Label title = Widgets.label("", "muted", "small");
    private final Map<Severity, Label> counts = new EnumMap<>(Severity.class);
    private final Label range = Widgets.label("", "small");
    private final Button reset;

    TimeHistogram(AlertsViewModel model, Times times) {
        super(2);
        this.model = model;
        this.times = times;
        canvas = new HistogramCanvas(times, this::choose);
        getStyleClass().add("histogram");
        HBox head = new HBox(12, title);
        head.setAlignment(Pos.CENTER_LEFT);
        for (Severity severity : Arrays.asList(Severity.values()).reversed()) {
            Label count = Widgets.label("", "muted", "small");
            counts.put(severity, count);
            HBox legend = new HBox(6, SeverityMark.shape(severity), Widgets.label(SeverityMark.word(severity), "small"), count);
            legend.setAlignment(Pos.CENTER_LEFT);
            legend.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(legend);
        }
        reset = Widgets.button("histogram.reset", () -> choose(Optional.empty()));
        reset.getStyleClass().add("link-button");
        range.setMinWidth(USE_PREF_SIZE);
        head.getChildren().addAll(Widgets.spring(), range, reset);
        title.setMinWidth(0);
        getChildren().addAll(head, canvas);
        model.shownProperty().subscribe(this::show);
        model.queryProperty().subscribe(query -> range(query.filter().range()));
    }

    private void choose(Optional<AlertFilter.TimeRange> wanted) {
        model.filter(filter -> filter.within(wanted));
    }

    private void show(AlertListing listing) {
        TimeBins bins = listing.times();
        title.setText(Messages.text("histogram.title", span(bins.seconds())));
        counts.forEach((severity, label) -> label.setText(Formats.count(bins.of(severity))));
        canvas.show(bins, model.queryProperty().get().filter().range());
        describe();
    }

    private void range(Optional<AlertFilter.TimeRange> chosen) {
        range.setText(chosen.map(this::words).orElse(""));
        reset.setVisible(chosen.isPresent());
        canvas.show(model.shownProperty().get().times(), chosen);
        describe();
    }

    private String words(AlertFilter.TimeRange range) {
        return Messages.text("histogram.range", times.minuteOfYear(range.from()), times.minuteOfYear(range.to()), span((range.to() - range.from()) / 10_000_000L));
    }

    private void describe() {
        TimeBins bins = model.shownProperty().get().times();
        String words = bins.size() == 0 ? Messages.text("histogram.none") : Messages.text("histogram.accessible", span(bins.seconds()), times.minuteOfYear(bins.start(0)),
                times.minuteOfYear(bins.start(bins.size())), bins.highest());
        canvas.setAccessibleText(range.getText().isEmpty() ? words : words + " " + range.getText());
    }

    /** {@code 20 min}, {@code 7 h 30 min}, {@code 2 d}. */
    static String span(long seconds) {
        StringBuilder words = new StringBuilder();
        long rest = Math.max(1, seconds);
        for (Unit unit : Unit.ALL) {
            if (rest >= unit.seconds()) {
                words.append(words.isEmpty() ? "" : " ").append(rest / unit.seconds()).append(' ').append(unit.word());
                rest %= unit.seconds();
            }
        }
        return words.toString();
    }

    private record Unit(long seconds, String word) {
        private static final List<Unit> ALL = List.of(new Unit(86_400, "d"), new Unit(3600, "h"), new Unit(60, "min"), new Unit(1, "s"));
    }
}
