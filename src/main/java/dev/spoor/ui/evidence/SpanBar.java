package dev.spoor.ui.evidence;

import dev.spoor.event.Time;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** When a source has events, on the axis of the whole case. */
final class SpanBar extends Pane {
    private final Region axis = new Region();
    private final Region span = new Region();
    private final double from;
    private final double to;

    /** The bar of a source that has events from {@code first} to {@code last}, on an axis between the other two; all in ticks. */
    SpanBar(long first, long last, long caseFirst, long caseLast, Times times) {
        double length = Math.max(1, (double) caseLast - caseFirst);
        boolean some = first != Time.NONE && last != Time.NONE;
        from = some ? ((double) first - caseFirst) / length : 0;
        to = some ? ((double) last - caseFirst) / length : 0;
        axis.getStyleClass().add("span-axis");
        span.getStyleClass().add("span-events");
        span.setVisible(some);
        getChildren().setAll(axis, span);
        setPrefHeight(12);
        setMinWidth(0);
        setAccessibleText(Messages.text("evidence.span", times.fullTime(first), times.fullTime(last)));
    }

    @Override protected void layoutChildren() {
        double width = getWidth();
        axis.resizeRelocate(0, Math.floor(getHeight() / 2), width, 1);
        double start = snapPositionX(from * width);
        span.resizeRelocate(Math.min(start, width - 3), Math.floor(getHeight() / 2) - 5, Math.max(3, snapPositionX(to * width) - start), 10);
    }
}
