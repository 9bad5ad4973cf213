package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;

/** What can be done about the chosen alerts, as buttons, as keys and in the menu of a row. */
final class AlertActions {
    /** Carries a decision out. */
    interface Deciding {
        /**
         * Decides.
         *
         * @param decisions which alerts get which decision
         * @param done      what was done, in words
         */
        void decide(Map<Decision, List<Alert>> decisions, String done);

        /** Says who looks after alerts; an empty name: nobody. */
        void assign(List<Alert> alerts, String name, String done);

        /** Asks for the findings that there are, then puts alerts into the one that is chosen. */
        void find(List<Alert> alerts, Function<List<Finding>, Optional<Finding>> asking);

        /** Gives severities in the place of the rules'. */
        void rate(List<GivenSeverity> wanted, String done);

        /** The analyst's name. */
        String analyst();
    }

    private final Supplier<List<Alert>> chosen;
    private final DecisionDialogs dialogs;
    private final Deciding deciding;
    private Optional<Consumer<List<Alert>>> exceptions = Optional.empty();
    private Optional<Consumer<List<Alert>>> exporting = Optional.empty();

    AlertActions(Supplier<List<Alert>> chosen, DecisionDialogs dialogs, Deciding deciding) {
        this.chosen = chosen;
        this.dialogs = dialogs;
        this.deciding = deciding;
    }

    /** What opens the editor of exceptions for some alerts; without it there is no such button. */
    void onException(Consumer<List<Alert>> editor) {
        exceptions = Optional.of(editor);
    }

    /** What writes some alerts into a file; without it there is no such entry. */
    void onExport(Consumer<List<Alert>> export) {
        exporting = Optional.of(export);
    }

    private void export() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            exporting.ifPresent(export -> export.accept(alerts));
        }
    }

    /** The buttons for an alert; the first is what one does next. */
    FlowPane bar(Alert alert) {
        Button acknowledge = Widgets.button("action.acknowledge", this::acknowledge);
        Button close = Widgets.button("action.close", this::close);
        Button falsePositive = Widgets.button("action.falsePositive", this::falsePositive);
        Button reopen = Widgets.button("action.reopen", this::reopen);
        FlowPane bar = new FlowPane(8, 6);
        bar.setAlignment(Pos.CENTER_LEFT);
        switch (alert.status()) {
            case OPEN -> bar.getChildren().addAll(acknowledge, close, falsePositive);
            case ACKNOWLEDGED -> bar.getChildren().addAll(close, falsePositive, reopen);
            case CLOSED -> bar.getChildren().addAll(reopen, acknowledge, close);
        }
        bar.getChildren().getFirst().getStyleClass().add("accent");
        if (exceptions.isPresent()) {
            Button exception = Widgets.button("action.exception", this::exception);
            exception.setId("add-exception");
            bar.getChildren().add(exception);
        }
        MenuButton more = new MenuButton(Messages.text("action.more"));
        more.setId("more-actions");
        more.getStyleClass().add("bar-button");
        more.setMinWidth(FlowPane.USE_PREF_SIZE);
        more.getItems().addAll(item("action.tag", this::tag), item("action.note", this::note), item("action.assign", this::assign), item("action.finding", this::finding),
                item("action.severity", this::severity));
        exporting.ifPresent(export -> more.getItems().add(item("action.export", this::export)));
        bar.getChildren().add(more);
        bar.getStyleClass().add("action-bar");
        return bar;
    }

    /** The same for the menu of a row. */
    void menu(ObservableList<MenuItem> items) {
        items.addAll(item("action.acknowledge", this::acknowledge), item("action.close", this::close), item("action.falsePositive", this::falsePositive),
                item("action.reopen", this::reopen), item("action.tag", this::tag), item("action.note", this::note),
                item("action.assign", this::assign), item("action.finding", this::finding), item("action.severity", this::severity));
        exceptions.ifPresent(editor -> items.add(item("action.exception", this::exception)));
        exporting.ifPresent(export -> items.add(item("action.export", this::export)));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    void acknowledge() {
        apply(Optional.of(new Decision(Status.ACKNOWLEDGED, Optional.empty(), "", List.of())));
    }

    void reopen() {
        apply(Optional.of(new Decision(Status.OPEN, Optional.empty(), "", List.of())));
    }

    void close() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            apply(dialogs.close(alerts));
        }
    }

    void falsePositive() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            apply(dialogs.falsePositive(alerts));
        }
    }

    /** Opens the editor of exceptions, where there is one. */
    void exception() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            exceptions.ifPresent(editor -> editor.accept(alerts));
        }
    }

    /** Asks for tags; status and reason stay. */
    void tag() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            dialogs.tags(alerts).ifPresent(tags -> keeping(alerts, "", tags, Messages.text("done.tagged", alerts.size(), String.join(", ", tags))));
        }
    }

    /** Asks who looks after the alerts. */
    void assign() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            dialogs.assignee(alerts, deciding.analyst()).ifPresent(name -> deciding.assign(alerts, name,
                    name.isEmpty() ? Messages.text("done.unassigned", alerts.size()) : Messages.text("done.assigned", alerts.size(), name)));
        }
    }

    /** Asks for another severity and why. */
    void severity() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            dialogs.severity(alerts).ifPresent(wanted -> deciding.rate(wanted, wanted.getFirst().severity().map(severity -> Messages.text("done.rated", alerts.size(),
                    SeverityMark.word(severity))).orElseGet(() -> Messages.text("done.unrated", alerts.size()))));
        }
    }

    /** Asks into which finding the alerts go, and what it says. */
    void finding() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            deciding.find(alerts, known -> dialogs.finding(alerts, known));
        }
    }

    /** Asks for a note; status and reason stay. */
    void note() {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            dialogs.note(alerts).ifPresent(note -> keeping(alerts, note, List.of(), Messages.text("done.noted", alerts.size())));
        }
    }

    private void keeping(List<Alert> alerts, String note, List<String> tags, String done) {
        Map<Decision, List<Alert>> decisions = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            decisions.computeIfAbsent(new Decision(alert.status(), alert.reason(), note, tags), decision -> new ArrayList<>()).add(alert);
        }
        deciding.decide(decisions, done);
    }

    private void apply(Optional<Decision> decision) {
        List<Alert> alerts = chosen.get();
        if (!alerts.isEmpty()) {
            decision.ifPresent(made -> deciding.decide(Map.of(made, alerts), done(alerts.size(), made)));
        }
    }

    /** What was done, in words. */
    static String done(int count, Decision decision) {
        return switch (decision.status()) {
            case OPEN -> Messages.text("done.reopened", count);
            case ACKNOWLEDGED -> Messages.text("done.acknowledged", count);
            case CLOSED -> Messages.text("done.closed", count, Messages.text("reasonWord." + decision.reason().orElse(Reason.OTHER).word()));
        };
    }
}
