package dev.spoor.ui.alerts;

import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.FieldGrid;
import dev.spoor.ui.control.MarkdownView;
import dev.spoor.ui.control.QueryView;
import dev.spoor.ui.control.RuleFacts;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.EventDocument;
import java.util.Collection;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What happened in one sentence, why the rule matched, the fields that say most, the facts of the rule. */
final class OverviewTab extends VBox {
    private static final double NAMES = 208;
    private final AlertDetails details;
    private final Desktop desktop;
    private final WhyView why;

    OverviewTab(AlertDetails details, WhyView why, Desktop desktop, Times times) {
        super(16);
        this.details = details;
        this.desktop = desktop;
        this.why = why;
        getStyleClass().add("tab-content");
        getChildren().add(Widgets.wrapped(SafeText.line(details.alert().summary(), 2000), "sentence"));
        GivenWords.of(details.alert(), times).ifPresent(words -> {
            Label other = Widgets.wrapped(words, "plain");
            other.setId("severity-words");
            getChildren().add(other);
        });
        RuleFacts.reasons(details.fidelity()).ifPresent(getChildren()::add);
        why();
        row();
        highlighted();
        about();
    }

    private VBox section(String title, String second) {
        HBox head = new HBox(8, Widgets.label(title, "section-title"), Widgets.wrapped(second, "muted"));
        VBox section = new VBox(8, head);
        getChildren().add(section);
        return section;
    }

    private void why() {
        Alert alert = details.alert();
        String how = Messages.text("overview.how", SafeText.line(details.rule().type(), 60), alert.count());
        VBox section = section(Messages.text("overview.why"), how);
        section.getChildren().add(new QueryView(details.rule().query(), details.rule().language(), desktop));
        section.getChildren().add(why);
        if (alert.count() > WhyView.EXPLAINED) {
            section.getChildren().add(Widgets.wrapped(Messages.text("overview.moreEvents", alert.count() - WhyView.EXPLAINED), "muted"));
        }
    }

    private void row() {
        if (details.alert().values().isEmpty()) {
            return;
        }
        FieldGrid grid = new FieldGrid(desktop, NAMES);
        details.alert().values().forEach((name, value) -> grid.field(name, texts(value)));
        section(Messages.text("overview.row"), Messages.text("overview.rowWhat")).getChildren().add(carded(grid));
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> several ? several.stream().map(String::valueOf).toList() : List.of(String.valueOf(value));
    }

    private void highlighted() {
        if (details.events().isEmpty()) {
            return;
        }
        EventDocument event = details.events().getLast();
        FieldGrid grid = new FieldGrid(desktop, NAMES);
        HighlightedFields.of(details.rule(), event).forEach(grid::field);
        if (!grid.isEmpty()) {
            String which = details.events().size() == 1 ? "" : Messages.text("overview.lastEvent");
            section(Messages.text("overview.highlighted"), which).getChildren().add(carded(grid));
        }
    }

    private void about() {
        VBox section = section(Messages.text("overview.rule"), SafeText.line(details.rule().name(), 300));
        section.getChildren().add(new MarkdownView(details.rule().description(), desktop));
        section.getChildren().add(RuleFacts.facts(details.rule(), desktop));
        if (!details.exceptions().isEmpty()) {
            VBox exceptions = section(Messages.text("overview.exceptions", details.exceptions().size()), "");
            details.exceptions().forEach(item -> exceptions.getChildren().add(exception(item)));
        }
    }

    private static HBox exception(ExceptionItem item) {
        Badge state = new Badge(Messages.text(item.enabled() ? "exception.enabled" : "exception.disabled"), Badge.Kind.PLAIN);
        return new HBox(8, state, Widgets.wrapped(SafeText.line(item.name(), SafeText.SHORT)), Widgets.value(item.comment(), "muted"));
    }

    private static VBox carded(FieldGrid grid) {
        VBox card = new VBox(grid);
        card.getStyleClass().add("card");
        return card;
    }
}
