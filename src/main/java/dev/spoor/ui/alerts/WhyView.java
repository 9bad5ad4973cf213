package dev.spoor.ui.alerts;

import dev.spoor.explain.RuleExplanation;
import dev.spoor.explain.Clause;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.FieldGrid;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.EventDocument;
import dev.spoor.workbench.Explanation;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Why a rule found the events of an alert: a card for each of the first events with the clauses that it was asked. Until they are worked out, and where that cannot be done, the fields that the
 * query names. Below, the events that the rule almost found.
 */
final class WhyView extends VBox {
    /** So many events are explained. */
    static final int EXPLAINED = 5;
    private static final double NAMES = 208;
    private final AlertDetails details;
    private final DetailsViewModel model;
    private final Desktop desktop;
    private final Times times;
    private final VBox cards = new VBox(8);
    private final VBox misses = new VBox(8);

    WhyView(AlertDetails details, DetailsViewModel model, Desktop desktop, Times times) {
        super(8);
        this.details = details;
        this.model = model;
        this.desktop = desktop;
        this.times = times;
        Button near = Widgets.button("near.look", () -> {});
        near.setId("near-misses");
        near.setOnAction(event -> near(near));
        misses.getChildren().add(near);
        cards(Map.of());
        getChildren().addAll(cards, misses);
    }

    /** Shows what was worked out, by number of event. */
    void show(Map<Long, RuleExplanation> explained) {
        cards(explained);
    }

    private void cards(Map<Long, RuleExplanation> explained) {
        cards.getChildren().clear();
        for (EventDocument event : details.events().stream().limit(EXPLAINED).toList()) {
            RuleExplanation why = explained.get(event.id());
            HBox head = new HBox(8, Widgets.label(times.fullTime(event.time()), "code"),
                    Widgets.value(Messages.text("event.place", Formats.fileName(event.path()), event.record()), "muted"));
            VBox card = new VBox(6, head);
            card.getStyleClass().add("card");
            if (why == null) {
                named(card, event);
            } else {
                clauses(card, why);
            }
            cards.getChildren().add(card);
        }
    }

    private static void clauses(VBox card, RuleExplanation why) {
        List<RuleExplanation.Part> held = why.parts().stream().filter(part -> part.clause().holds()).toList();
        for (RuleExplanation.Part part : held.isEmpty() ? why.parts() : held) {
            if (why.parts().size() > 1) {
                card.getChildren().add(Widgets.label(SafeText.line(part.name(), 60), "text-strong"));
            }
            card.getChildren().add(new ClauseView(part.clause()));
        }
        why.finish().forEach(then -> card.getChildren().add(Widgets.wrapped(Messages.text("clause.then", SafeText.line(then, SafeText.SHORT)), "muted")));
    }

    private void named(VBox card, EventDocument event) {
        NamedFields named = new NamedFields(details.rule().query(), event);
        FieldGrid grid = new FieldGrid(desktop, NAMES);
        named.fields().forEach((path, values) -> {
            VBox box = new VBox();
            values.forEach(value -> box.getChildren().add(MarkedValue.of(value, named)));
            grid.named(path, box, String.join("\n", values));
        });
        card.getChildren().add(grid.isEmpty() ? Widgets.wrapped(Messages.text("overview.noNamedFields"), "muted") : grid);
    }

    private void near(Button button) {
        button.setDisable(true);
        button.setText(Messages.text("near.looking"));
        model.nearMisses(details.rule().id(), found -> misses(button, found), why -> {
            button.setText(Messages.text("near.look"));
            button.setDisable(false);
            misses.getChildren().setAll(button, Widgets.wrapped(why.message(), "muted"));
        });
    }

    private void misses(Button button, List<Explanation> found) {
        misses.getChildren().setAll(Widgets.label(Messages.text("near.found", found.size()), "section-title"));
        if (found.isEmpty()) {
            misses.getChildren().add(Widgets.wrapped(Messages.text("near.none"), "muted"));
        }
        for (Explanation miss : found) {
            VBox card = new VBox(6, Widgets.label(Messages.text("near.event", miss.event(), miss.failing()), "text-strong"));
            card.getStyleClass().add("card");
            failing(card, miss.explained());
            misses.getChildren().add(card);
        }
    }

    private static void failing(VBox card, RuleExplanation why) {
        for (RuleExplanation.Part part : why.parts()) {
            Clause clause = part.clause();
            card.getChildren().add(new ClauseView(clause));
        }
    }
}
