package dev.spoor.ui.guide;

import dev.spoor.triage.FilledStep;
import dev.spoor.triage.StepAnswer;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Columns;
import dev.spoor.ui.control.CopyButton;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.FieldGrid;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.EventDocument;
import dev.spoor.workbench.Guides;
import dev.spoor.workbench.StepHits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows what a search found, each hit whole when it is selected, and pins events to the step. */
final class HitsDialog {
    private final Guides guides;
    private final Tasks.Lane looking;
    private final Dialogs dialogs;
    private final Desktop desktop;
    private final Times times;

    HitsDialog(Guides guides, Tasks tasks, Dialogs dialogs, Desktop desktop, Times times) {
        this.guides = guides;
        this.looking = tasks.lane();
        this.dialogs = dialogs;
        this.desktop = desktop;
        this.times = times;
    }

    /**
     * Shows the hits.
     *
     * @param answer what was answered to the step so far
     * @param give   receives the answer with an event pinned to it
     */
    void show(FilledStep step, StepHits found, StepAnswer answer, Consumer<StepAnswer> give) {
        TableView<StepHits.Hit> table = table(found);
        VBox details = new VBox(8);
        details.getStyleClass().add("tab-content");
        Button pin = Widgets.button("guide.pin", () -> {});
        pin.setGraphic(Widgets.icon("mdomz-push_pin", 14));
        pin.setId("pin-event");
        pin.setDisable(true);
        List<StepAnswer> now = new ArrayList<>(List.of(answer));
        pin.setOnAction(event -> {
            StepHits.Hit hit = table.getSelectionModel().getSelectedItem();
            List<StepAnswer.Pinned> evidence = new ArrayList<>(now.getFirst().evidence());
            evidence.add(new StepAnswer.Pinned(hit.event(), SafeText.line(hit.what(), 200)));
            now.set(0, now.getFirst().pinned(evidence));
            give.accept(now.getFirst());
            pin.setDisable(true);
        });
        table.getSelectionModel().selectedItemProperty().subscribe(hit -> {
            pin.setDisable(hit == null || hit.event() == 0 || now.getFirst().evidence().stream().anyMatch(pinned -> pinned.event() == hit.event()));
            look(hit, details);
        });
        SplitPane split = new SplitPane(table, Widgets.scrolling(details, "guide.hitDetails"));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        VBox.setVgrow(split, Priority.ALWAYS);
        HBox foot = new HBox(8, Widgets.spring(), pin);
        foot.setAlignment(Pos.CENTER_LEFT);
        Dialog<ButtonType> dialog = dialogs.showing("guide.hits", new VBox(8, head(step, found), split, foot));
        dialog.setHeaderText(SafeText.line(step.label(), 160));
        dialog.getDialogPane().setPrefSize(960, 640);
        dialog.setResizable(true);
        dialog.setOnShown(event -> {
            table.requestFocus();
            table.getSelectionModel().selectFirst();
        });
        dialog.showAndWait();
    }

    private VBox head(FilledStep step, StepHits found) {
        VBox head = new VBox(4);
        if (found.problem().isPresent()) {
            head.getChildren().add(Widgets.wrapped(SafeText.block(found.problem().get()), "warning-text"));
        } else {
            String shown =
                    found.hits().size() < found.count() ? Messages.text("guide.hitCountFirst", found.count(), found.hits().size()) : Messages.text("guide.hitCount", found.count());
            head.getChildren().add(Widgets.label(shown, "text-strong"));
        }
        if (!found.query().isEmpty()) {
            HBox query = new HBox(4, Widgets.value(found.query(), "code", "muted"), new CopyButton(found::query, Messages.text("guide.query"), desktop));
            query.setAlignment(Pos.CENTER_LEFT);
            head.getChildren().add(query);
        }
        found.notes().forEach(note -> head.getChildren().add(Widgets.wrapped(SafeText.line(note, SafeText.SHORT), "muted", "small")));
        return head;
    }

    private TableView<StepHits.Hit> table(StepHits found) {
        TableView<StepHits.Hit> table = new TableView<>();
        table.getStyleClass().add("rows");
        table.setId("step-hits");
        table.setFixedCellSize(28);
        table.setAccessibleText(Messages.text("guide.hits"));
        table.setPlaceholder(Widgets.wrapped(Messages.text("guide.noHits"), "muted"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<StepHits.Hit, Long> time = Columns.of("guide.hitTime", 160, StepHits.Hit::time);
        Columns.shown(time, times::time);
        TableColumn<StepHits.Hit, String> host = Columns.text("guide.hitHost", 120, hit -> hit.fields().getOrDefault("host.name", Formats.NONE));
        TableColumn<StepHits.Hit, String> user = Columns.text("guide.hitUser", 120, hit -> hit.fields().getOrDefault("user.name", Formats.NONE));
        TableColumn<StepHits.Hit, String> what = Columns.text("guide.hitWhat", 480, hit -> SafeText.line(hit.what(), SafeText.SHORT));
        Columns.grows(what);
        table.getColumns().setAll(List.of(time, host, user, what));
        table.getItems().setAll(found.hits());
        return table;
    }

    private void look(StepHits.Hit hit, VBox details) {
        looking.drop();
        if (hit == null || hit.event() == 0) {
            FieldGrid grid = new FieldGrid(desktop, 208);
            if (hit != null) {
                hit.fields().forEach((name, value) -> grid.field(name, List.of(value)));
            }
            details.getChildren().setAll(grid);
            return;
        }
        looking.work(() -> guides.event(hit.event())).onSuccess(event -> show(event, details))
                .onFailure(why -> details.getChildren().setAll(Widgets.wrapped(SafeText.block(why.message()), "warning-text"))).start();
    }

    private void show(EventDocument event, VBox details) {
        FieldGrid grid = new FieldGrid(desktop, 208);
        event.fields().forEach(grid::field);
        String entry = event.entry().isEmpty() ? "" : " › " + event.entry();
        details.getChildren().setAll(Widgets.label(times.fullTime(event.time()) + " " + times.zoneName(), "code"),
                Widgets.value(Messages.text("event.place", event.path() + entry, event.record()), "muted"), grid);
    }
}
