package dev.spoor.ui.exceptions;

import dev.spoor.event.Time;
import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Suppressed;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** When the alerts happened that would vanish, in front of those that stay, over the time of all alerts of the rules. */
final class VanishTimes extends VBox {
    private static final int BINS = 48;
    private static final double HEIGHT = 64;

    VanishTimes(Suppressed found, Times times) {
        super(2);
        List<Long> vanishing = found.alerts().stream().map(Alert::time).filter(time -> time != Time.NONE).toList();
        long first = Math.min(least(vanishing), least(found.staying()));
        long last = Math.max(greatest(vanishing), greatest(found.staying()));
        int[] gone = bins(vanishing, first, last);
        int[] stay = bins(found.staying(), first, last);
        int most = 1;
        for (int i = 0; i < BINS; i++) {
            most = Math.max(most, gone[i] + stay[i]);
        }
        HBox bars = new HBox(1);
        bars.setId("except-times");
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMinHeight(HEIGHT);
        bars.setMaxHeight(HEIGHT);
        bars.getStyleClass().add("vanish-times");
        bars.setAccessibleText(Messages.text("except.times", vanishing.size(), found.staying().size()));
        for (int i = 0; i < BINS; i++) {
            VBox bar = new VBox(part("vanish-staying", stay[i], most), part("vanish-gone", gone[i], most));
            bar.setAlignment(Pos.BOTTOM_CENTER);
            bar.setMinWidth(1);
            bar.setPrefWidth(8);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bars.getChildren().add(bar);
        }
        getChildren().addAll(bars, new HBox(Widgets.label(times.time(first), "muted", "small"), Widgets.spring(), Widgets.label(last == first ? "" : times.time(last), "muted",
                "small")));
    }

    private static long least(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    private static long greatest(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
    }

    private static int[] bins(List<Long> times, long first, long last) {
        int[] bins = new int[BINS];
        double width = Math.max(1, (last - first) / (double) BINS);
        times.forEach(time -> bins[Math.min(BINS - 1, (int) ((time - first) / width))]++);
        return bins;
    }

    private static Region part(String style, int count, int most) {
        Region part = new Region();
        part.getStyleClass().add(style);
        double height = count == 0 ? 0 : Math.max(2, HEIGHT * count / most);
        part.setMinHeight(height);
        part.setMaxHeight(height);
        return part;
    }
}
