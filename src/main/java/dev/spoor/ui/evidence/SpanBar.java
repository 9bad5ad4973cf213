package dev.spoor.ui.evidence;

import dev.spoor.coverage.SourceCoverage;
import dev.spoor.event.Time;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.workbench.SourceSummary;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** When a source has events, on the axis of the whole case. */
final class SpanBar extends Pane {
    private static final double NARROWEST = 3;
    private final Region axis = new Region();
    private final Region span = new Region();
    private final List<Region> gaps = new ArrayList<>();
    private final List<double[]> places = new ArrayList<>();
    private final double from;
    private final double to;

    /** The bar of a source with its gaps, on an axis from the first to the last event of the case, in ticks. */
    SpanBar(SourceSummary source, SourceCoverage coverage, long caseFirst, long caseLast, Times times) {
        long first = source.first();
        long last = source.last();
        double length = Math.max(1, (double) caseLast - caseFirst);
        boolean some = first != Time.NONE && last != Time.NONE;
        from = some ? ((double) first - caseFirst) / length : 0;
        to = some ? ((double) last - caseFirst) / length : 0;
        axis.getStyleClass().add("span-axis");
        span.getStyleClass().add("span-events");
        span.setVisible(some);
        getChildren().setAll(axis, span);
        coverage.quiet().forEach(quiet -> gap("span-quiet", quiet.from(), quiet.to(), caseFirst, length));
        coverage.gaps().forEach(gap -> gap("span-gap", gap.from(), gap.to(), caseFirst, length));
        setPrefHeight(12);
        setMinWidth(0);
        setAccessibleText(Messages.text("evidence.span", times.fullTime(first), times.fullTime(last)));
    }

    private void gap(String style, long start, long end, long caseFirst, double length) {
        if (start != Time.NONE && end != Time.NONE && end > start) {
            Region gap = new Region();
            gap.getStyleClass().add(style);
            gaps.add(gap);
            places.add(new double[] {((double) start - caseFirst) / length, ((double) end - caseFirst) / length});
            getChildren().add(gap);
        }
    }

    @Override protected void layoutChildren() {
        double width = getWidth();
        axis.resizeRelocate(0, Math.floor(getHeight() / 2), width, 1);
        double start = snapPositionX(from * width);
        span.resizeRelocate(Math.min(start, width - 3), Math.floor(getHeight() / 2) - 5, Math.max(3, snapPositionX(to * width) - start), 10);
        for (int i = 0; i < gaps.size(); i++) {
            double begin = snapPositionX(places.get(i)[0] * width);
            double end = snapPositionX(places.get(i)[1] * width);
            gaps.get(i).setVisible(end - begin >= NARROWEST);
            gaps.get(i).resizeRelocate(begin, Math.floor(getHeight() / 2) - 5, Math.max(0, end - begin), 10);
        }
    }
}
