package dev.spoor.ui.alerts;

import dev.spoor.explain.RuleExplanation;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.CopyButton;
import dev.spoor.ui.control.TextLines;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.EventDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The events of an alert, whole: all fields under their ECS names or their own, or the record as it is in the evidence. */
final class EventTab extends BorderPane {
    /** What is shown of an event. */
    private enum Side {
        ECS, SOURCE, RAW
    }

    private final List<EventDocument> events;
    private final Desktop desktop;
    private final Times times;
    private final TextField filter = new TextField();
    private final VBox place = new VBox(4);
    private Map<Long, RuleExplanation> explained = Map.of();
    private int current;
    private Side side = Side.ECS;

    /** Shows events; the last one first, since it made the alert. */
    EventTab(List<EventDocument> events, Desktop desktop, Times times) {
        this.events = events;
        this.desktop = desktop;
        this.times = times;
        getStyleClass().add("event-tab");
        filter.setPromptText(Messages.text("event.filter"));
        filter.setAccessibleText(Messages.text("event.filter"));
        filter.setId("event-filter");
        filter.textProperty().subscribe(text -> {
            if (getCenter() instanceof FieldList list) {
                list.filter(text);
            }
        });
        current = events.size() - 1;
        VBox top = new VBox(8, place, bar());
        top.getStyleClass().add("event-head");
        setTop(top);
        show();
    }

    /** Marks what made the rule find the events, by their numbers. */
    void mark(Map<Long, RuleExplanation> why) {
        if (!why.equals(explained)) {
            explained = why;
            show();
        }
    }

    private MatchedCharacters matched(EventDocument event) {
        RuleExplanation why = explained.get(event.id());
        return why == null ? MatchedCharacters.NONE : MatchedCharacters.of(why);
    }

    private HBox bar() {
        ToggleGroup group = new ToggleGroup();
        HBox sides = new HBox();
        sides.getStyleClass().add("segments");
        for (Side each : Side.values()) {
            ToggleButton button = new ToggleButton(Messages.text("event.side." + each.name().toLowerCase(Locale.ROOT)));
            button.setToggleGroup(group);
            button.setSelected(each == side);
            button.getStyleClass().add("bar-button");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                button.setSelected(true);
                side = each;
                show();
            });
            sides.getChildren().add(button);
        }
        HBox bar = new HBox(8, sides, filter, Widgets.spring());
        bar.setAlignment(Pos.CENTER_LEFT);
        if (events.size() > 1) {
            bar.getChildren().addAll(step("mdoal-chevron_left", "event.previous", -1), step("mdoal-chevron_right", "event.next", 1));
        }
        return bar;
    }

    private Button step(String icon, String key, int by) {
        return Widgets.iconButton(icon, key, () -> {
            current = Math.floorMod(current + by, events.size());
            show();
        });
    }

    private void show() {
        EventDocument event = events.get(current);
        String entry = event.entry().isEmpty() ? "" : " › " + event.entry();
        HBox file = new HBox(4, Widgets.value(Messages.text("event.place", event.path() + entry, event.record()), "muted"),
                new CopyButton(() -> event.path() + entry + " #" + event.record(), Messages.text("event.placeName"), desktop));
        file.setAlignment(Pos.CENTER_LEFT);
        String which = Messages.text("event.which", current + 1, events.size(), event.fields().size(), event.source().size());
        place.getChildren().setAll(new HBox(12, Widgets.label(times.fullTime(event.time()) + " " + times.zoneName(), "code"), Widgets.label(which, "muted")), file);
        filter.setDisable(side == Side.RAW);
        setCenter(content(event));
    }

    private Node content(EventDocument event) {
        return switch (side) {
            case ECS -> new FieldList(event.fields(), matched(event), filter.getText(), desktop);
            case SOURCE -> new FieldList(event.source(), matched(event), filter.getText(), desktop);
            case RAW -> raw(event);
        };
    }

    private Node raw(EventDocument event) {
        HBox head = new HBox(8, Widgets.label(Messages.text("event.raw", event.raw().length()), "muted"),
                new CopyButton(event::raw, Messages.text("event.side.raw"), desktop));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("raw-head");
        BorderPane pane = new BorderPane(new TextLines(event.raw(), matched(event).inRecord(event.raw())));
        pane.setTop(head);
        return pane;
    }
}
