package dev.spoor.ui.alerts;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.ValueView;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.JournalEntry;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Who did what to an alert, and when; newest first. */
final class HistoryTab extends VBox {
    HistoryTab(List<JournalEntry> history, Times times) {
        super(8);
        getStyleClass().add("tab-content");
        if (history.isEmpty()) {
            getChildren().add(Widgets.wrapped(Messages.text("history.none"), "muted"));
        }
        history.reversed().forEach(entry -> getChildren().add(entry(entry, times)));
    }

    private static VBox entry(JournalEntry entry, Times times) {
        HBox head = new HBox(8, Widgets.label(times.fullTime(entry.time()) + " " + times.zoneName(), "code"), Widgets.value(entry.actor(), "text-strong"),
                Widgets.value(entry.action(), "muted"));
        VBox card = new VBox(4, head, new ValueView(entry.detail()),
                Widgets.label(Messages.text("history.line", entry.sequence(), Formats.hash(entry.hash())), "muted", "small"));
        card.getStyleClass().add("card");
        return card;
    }
}
