package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.ui.alerts.AlertFilter.TimeRange;
import dev.spoor.ui.common.Times;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * The bars of the histogram on one canvas. A drag chooses a range of time, a click outside of one takes it away. With the focus in it: ← → move the cursor, with
 * Shift they choose, Enter chooses the bar under the cursor, Esc shows all time again.
 */
final class HistogramCanvas extends Pane {
    private static final double BARS = 52;
    private static final double AXIS = 16;
    private static final double OUTSIDE = 0.45;
    private static final int LABELS = 6;
    private final Consumer<Optional<TimeRange>> choose;
    private final Canvas canvas = new Canvas();
    private final Map<Severity, Region> colours = new EnumMap<>(Severity.class);
    private final Region text = swatch("histogram-text");
    private final Region accent = swatch("histogram-accent");
    private final Region tint = swatch("histogram-tint");
    private final Region line = swatch("histogram-line");
    private final Times times;
    private TimeBins bins = new TimeBins(0, 1, new int[0][]);
    private Optional<TimeRange> range = Optional.empty();
    private int anchor = -1;
    private int cursor = -1;

    HistogramCanvas(Times times, Consumer<Optional<TimeRange>> choose) {
        this.choose = choose;
        this.times = times;
        setId("histogram");
        getStyleClass().add("histogram-canvas");
        getChildren().add(canvas);
        for (Severity severity : Severity.values()) {
            colours.put(severity, swatch("bar-" + severity.word()));
        }
        setMinHeight(BARS + AXIS);
        setPrefHeight(BARS + AXIS);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setCursor(Cursor.CROSSHAIR);
        widthProperty().subscribe(width -> {
            canvas.setWidth(width.doubleValue());
            canvas.setHeight(BARS + AXIS);
            draw();
        });
        focusedProperty().subscribe(focused -> draw());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> released());
        setOnKeyPressed(this::key);
    }

    /** Looked-up colours of the theme are known to style sheets only; a node that is not seen reads one. */
    private Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().add(style);
        swatch.setVisible(false);
        swatch.setManaged(false);
        swatch.backgroundProperty().subscribe(background -> draw());
        getChildren().add(swatch);
        return swatch;
    }

    private static Paint paint(Region swatch) {
        return swatch == null || swatch.getBackground() == null || swatch.getBackground().getFills().isEmpty() ? Color.GRAY
                : swatch.getBackground().getFills().getFirst().getFill();
    }

    /** Shows bins, and the range that was chosen. */
    void show(TimeBins wanted, Optional<TimeRange> chosen) {
        bins = wanted;
        range = chosen;
        cursor = Math.min(cursor, wanted.size() - 1);
        draw();
    }

    private double x(long ticks) {
        double all = (double) bins.step() * Math.max(1, bins.size());
        return Math.clamp((ticks - bins.from()) / all, 0, 1) * canvas.getWidth();
    }

    private int bin(double x) {
        return Math.clamp((long) (x / Math.max(1, canvas.getWidth()) * bins.size()), 0, Math.max(0, bins.size() - 1));
    }

    private void draw() {
        if (canvas == null || bins == null || line == null) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (bins.size() == 0) {
            return;
        }
        range.ifPresent(chosen -> {
            g.setFill(paint(tint));
            g.fillRect(x(chosen.from()), 0, Math.max(1, x(chosen.to()) - x(chosen.from())), BARS);
        });
        bars(g);
        g.setFill(paint(line));
        g.fillRect(0, BARS, canvas.getWidth(), 1);
        range.ifPresent(chosen -> {
            grip(g, x(chosen.from()));
            grip(g, x(chosen.to()));
        });
        if (isFocused() && cursor >= 0) {
            g.setStroke(paint(accent));
            g.setLineWidth(2);
            g.strokeRect(x(bins.start(cursor)), 1, Math.max(3, x(bins.start(cursor + 1)) - x(bins.start(cursor))), BARS - 2);
        }
        axis(g);
    }

    private void bars(GraphicsContext g) {
        double highest = Math.max(1, bins.highest());
        double width = Math.max(1, canvas.getWidth() / bins.size() - 1);
        for (int bin = 0; bin < bins.size(); bin++) {
            long start = bins.start(bin);
            g.setGlobalAlpha(range.isEmpty() || start + bins.step() > range.get().from() && start < range.get().to() ? 1 : OUTSIDE);
            double y = BARS;
            for (Severity severity : Severity.values()) {
                int count = bins.counts()[bin][severity.ordinal()];
                if (count > 0) {
                    double height = Math.max(1.2, count / highest * (BARS - 4));
                    y -= height;
                    g.setFill(paint(colours.get(severity)));
                    g.fillRect(Math.floor(x(start)), Math.max(0, y), width, Math.max(0.8, height - 0.4));
                }
            }
        }
        g.setGlobalAlpha(1);
    }

    private void grip(GraphicsContext g, double x) {
        g.setFill(paint(accent));
        g.fillRect(x - 0.75, 0, 1.5, BARS);
        g.fillRoundRect(x - 3, BARS / 2 - 8, 6, 16, 3, 3);
    }

    private void axis(GraphicsContext g) {
        g.setFill(paint(text));
        g.setFont(Font.font("Inter", 11));
        g.setTextBaseline(VPos.TOP);
        int labels = (int) Math.clamp(canvas.getWidth() / 160, 2, LABELS);
        for (int i = 0; i < labels; i++) {
            g.setTextAlign(i == 0 ? TextAlignment.LEFT : i == labels - 1 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            long ticks = bins.from() + (long) ((double) bins.step() * bins.size() * i / (labels - 1));
            g.fillText(times.minuteOfYear(ticks), canvas.getWidth() * i / (labels - 1), BARS + 3);
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        anchor = bin(event.getX());
        cursor = anchor;
    }

    private void drag(MouseEvent event) {
        cursor = bin(event.getX());
        if (anchor >= 0 && bins.size() > 0) {
            range = Optional.of(between(anchor, cursor));
            draw();
        }
    }

    private void released() {
        if (bins.size() > 0) {
            choose.accept(anchor == cursor ? Optional.empty() : Optional.of(between(anchor, cursor)));
        }
        anchor = -1;
    }

    private TimeRange between(int one, int other) {
        return new TimeRange(bins.start(Math.min(one, other)), bins.start(Math.max(one, other) + 1));
    }

    private void key(KeyEvent event) {
        if (bins.size() == 0) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, RIGHT -> {
                int before = cursor < 0 ? 0 : cursor;
                cursor = Math.clamp(before + (event.getCode().ordinal() == javafx.scene.input.KeyCode.LEFT.ordinal() ? -1 : 1), 0, bins.size() - 1);
                if (event.isShiftDown()) {
                    anchor = anchor < 0 ? before : anchor;
                    choose.accept(Optional.of(between(anchor, cursor)));
                } else {
                    anchor = -1;
                }
                draw();
            }
            case ENTER -> choose.accept(Optional.of(between(Math.max(0, cursor), Math.max(0, cursor))));
            case ESCAPE -> choose.accept(Optional.empty());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
