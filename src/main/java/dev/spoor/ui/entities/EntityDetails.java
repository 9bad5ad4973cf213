package dev.spoor.ui.entities;

import dev.spoor.triage.Alert;
import dev.spoor.triage.EntityRisk;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Columns;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** An entity: its figures, what can be done, and its alerts in the order of time. */
final class EntityDetails extends BorderPane {
    private final EntitiesModel model;
    private final Times times;
    private final Consumer<String> alerts;

    EntityDetails(EntitiesModel model, Times times, Consumer<String> alerts) {
        this.model = model;
        this.times = times;
        this.alerts = alerts;
        getStyleClass().add("details-pane");
        show(null);
    }

    void show(EntityRisk entity) {
        if (entity == null) {
            setTop(null);
            setCenter(StatePane.empty("mdomz-people_outline", "entities.noneChosen", Messages.text("entities.noneChosenReason")));
            return;
        }
        TableView<EntityRisk.Part> table = table(entity);
        VBox head = new VBox(8, Widgets.wrapped(SafeText.line(entity.name(), 300), "pane-title"), figures(entity), actions(entity, table));
        head.getStyleClass().add("details-head");
        setTop(head);
        setCenter(table);
    }

    private FlowPane figures(EntityRisk entity) {
        FlowPane facts = new FlowPane(12, 4);
        facts.getChildren().addAll(Widgets.label(Messages.text("entities.dayFact", entity.day(), EntityRisk.RISK_LIMIT), "plain"),
                Widgets.label(Messages.text("entities.tacticFact", entity.tactics(), EntityRisk.TACTIC_LIMIT), "plain"),
                Widgets.label(Messages.text("entities.totalFact", entity.total()), "plain"),
                Widgets.label(times.range(entity.first(), entity.last()) + " " + times.zoneName(), "muted"));
        return facts;
    }

    private HBox actions(EntityRisk entity, TableView<EntityRisk.Part> table) {
        Button critical = Widgets.button(entity.critical() ? "entities.unmark" : "entities.mark", () -> model.critical(entity));
        critical.setId("entity-critical");
        Button show = Widgets.button("entities.showAlerts", () -> alerts.accept(entity.name()));
        show.setId("entity-alerts");
        MenuButton type = new MenuButton(Messages.text("entities.ruleType"));
        type.getStyleClass().add("bar-button");
        type.setId("entity-rule-type");
        type.setAccessibleText(Messages.text("entities.ruleTypeWhat"));
        for (String word : List.of("ttp", "anomaly", "")) {
            MenuItem item = new MenuItem(Messages.text(word.isEmpty() ? "entities.type.own" : "entities.type." + word));
            item.setOnAction(event -> {
                Alert alert = table.getSelectionModel().getSelectedItem().alert();
                model.type(alert.rule().id(), SafeText.line(alert.rule().name(), 120), word);
            });
            type.getItems().add(item);
        }
        type.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox bar = new HBox(8, critical, show, type);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private TableView<EntityRisk.Part> table(EntityRisk entity) {
        TableView<EntityRisk.Part> table = new TableView<>();
        table.getStyleClass().add("rows");
        table.setId("entity-parts");
        table.setFixedCellSize(28);
        table.setAccessibleText(Messages.text("entities.parts"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<EntityRisk.Part, Long> time = Columns.of("entities.time", 116, part -> part.alert().time());
        Columns.shown(time, times::time);
        TableColumn<EntityRisk.Part, Alert> severity = Columns.of("entities.severity", 92, EntityRisk.Part::alert);
        Columns.nodes(severity, alert -> new SeverityMark(alert.severity()));
        severity.setComparator((a, b) -> a.severity().compareTo(b.severity()));
        TableColumn<EntityRisk.Part, String> what = Columns.text("entities.message", 200, part -> SafeText.line(part.alert().summary(), SafeText.SHORT));
        Columns.grows(what);
        TableColumn<EntityRisk.Part, String> type = Columns.text("entities.type", 72, part -> SafeText.line(part.type(), 40));
        TableColumn<EntityRisk.Part, Long> score = Columns.of("entities.score", 56, EntityRisk.Part::score);
        Columns.number(score, Formats::count);
        table.getColumns().setAll(List.of(time, severity, what, type, score));
        table.getItems().setAll(entity.parts());
        return table;
    }
}
