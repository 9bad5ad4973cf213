package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** The decisions that can be made about the selected alerts, as buttons and as keys. */
final class AlertActions {
    private final Supplier<List<Alert>> selected;
    private final DecisionDialogs dialogs;
    private final BiConsumer<List<Alert>, Decision> decide;
    private final Consumer<Alert> except;

    AlertActions(Supplier<List<Alert>> selected, DecisionDialogs dialogs, BiConsumer<List<Alert>, Decision> decide, Consumer<Alert> except) {
        this.selected = selected;
        this.dialogs = dialogs;
        this.decide = decide;
        this.except = except;
    }

    /** The buttons for an alert; the first is what one does next. */
    FlowPane bar(Alert alert) {
        Button acknowledge = Widgets.button("action.acknowledge", this::acknowledge);
        Button close = Widgets.button("action.close", this::close);
        Button falsePositive = Widgets.button("action.falsePositive", this::falsePositive);
        Button reopen = Widgets.button("action.reopen", this::reopen);
        Button exception = Widgets.button("action.addException", this::except);
        exception.setId("add-exception");
        FlowPane bar = switch (alert.status()) {
            case OPEN -> new FlowPane(8, 4, acknowledge, close, falsePositive, exception);
            case ACKNOWLEDGED -> new FlowPane(8, 4, close, falsePositive, exception, reopen);
            case CLOSED -> new FlowPane(8, 4, reopen, exception, acknowledge, close);
        };
        bar.getChildren().getFirst().getStyleClass().add("accent");
        bar.getStyleClass().add("action-bar");
        return bar;
    }

    void acknowledge() {
        apply(Optional.of(new Decision(Status.ACKNOWLEDGED, Optional.empty(), "", List.of())));
    }

    void reopen() {
        apply(Optional.of(new Decision(Status.OPEN, Optional.empty(), "", List.of())));
    }

    void close() {
        if (!selected.get().isEmpty()) {
            apply(dialogs.close(selected.get()));
        }
    }

    void falsePositive() {
        if (!selected.get().isEmpty()) {
            apply(dialogs.falsePositive(selected.get()));
        }
    }

    /** Opens the editor with an exception for the alert that was selected last. */
    void except() {
        if (!selected.get().isEmpty()) {
            except.accept(selected.get().getLast());
        }
    }

    private void apply(Optional<Decision> decision) {
        List<Alert> alerts = List.copyOf(selected.get());
        if (!alerts.isEmpty()) {
            decision.ifPresent(made -> decide.accept(alerts, made));
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
