package dev.spoor.ui.entities;

import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.EntityRisk;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.Columns;
import dev.spoor.ui.control.ContentPlace;
import dev.spoor.ui.control.RowKeys;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Entities;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** Hosts and users by risk beside the alerts from which the risk of the selected one comes. */
public final class EntitiesScreen implements Screen {
    private final EntitiesModel model;
    private final Times times;
    private final TableView<EntityRisk> table = new TableView<>();
    private final ObservableList<EntityRisk> rows = FXCollections.observableArrayList();
    private final ContentPlace place = new ContentPlace(table);
    private final EntityDetails details;
    private final Label count = Widgets.label("", "text-strong");
    private final BorderPane view = new BorderPane();

    /**
     * The screen of a case.
     *
     * @param notice  told in words what was done, or why it could not be
     * @param changed called after something was kept
     * @param alerts  shows the alerts that have some words
     */
    public EntitiesScreen(Entities entities, Tasks tasks, Times times, Consumer<String> notice, Runnable changed, Consumer<String> alerts) {
        this.times = times;
        model = new EntitiesModel(entities, tasks, notice, changed);
        details = new EntityDetails(model, times, alerts);
        columns();
        HBox bar = new HBox(8, count, Widgets.label(Messages.text("entities.what"), "muted"));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("filter-bar");
        SplitPane split = new SplitPane(place, details);
        split.setDividerPositions(0.6);
        view.setTop(bar);
        view.setCenter(split);
        table.getSelectionModel().selectedItemProperty().subscribe(details::show);
        model.risksProperty().subscribe(this::show);
        model.stateProperty().subscribe(state -> refresh());
    }

    private void columns() {
        table.getStyleClass().add("rows");
        table.setId("entity-table");
        table.setFixedCellSize(28);
        table.setAccessibleText(Messages.text("entities.table"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<EntityRisk, String> kind = Columns.text("entities.kind", 64, entity -> Messages.text("entities.kind." + entity.kind().word()));
        TableColumn<EntityRisk, EntityRisk> name = Columns.of("entities.name", 200, entity -> entity);
        Columns.nodes(name, EntitiesScreen::name);
        name.setComparator((a, b) -> a.name().compareTo(b.name()));
        Columns.grows(name);
        TableColumn<EntityRisk, Long> day = number("entities.day", 88, EntityRisk::day);
        TableColumn<EntityRisk, Long> tactics = number("entities.tactics", 88, entity -> (long) entity.tactics());
        TableColumn<EntityRisk, Long> alerts = number("entities.alerts", 64, entity -> (long) entity.parts().size());
        TableColumn<EntityRisk, Long> first = Columns.of("entities.first", 116, EntityRisk::first);
        Columns.shown(first, times::time, "muted");
        TableColumn<EntityRisk, Long> last = Columns.of("entities.last", 116, EntityRisk::last);
        Columns.shown(last, times::time, "muted");
        table.getColumns().setAll(List.of(kind, name, day, tactics, alerts, first, last));
        SortedList<EntityRisk> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    private static TableColumn<EntityRisk, Long> number(String key, double width, Function<EntityRisk, Long> value) {
        TableColumn<EntityRisk, Long> column = Columns.of(key, width, value);
        Columns.number(column, Formats::count);
        return column;
    }

    private static Node name(EntityRisk entity) {
        HBox box = new HBox(6, Widgets.value(entity.name(), "plain"));
        if (entity.critical()) {
            box.getChildren().add(new Badge(Messages.text("entities.critical"), Badge.Kind.ACCENT));
        }
        if (entity.notable()) {
            box.getChildren().add(new Badge(Messages.text("entities.notable"), Badge.Kind.WARNING));
        }
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void show(List<EntityRisk> risks) {
        EntityRisk before = table.getSelectionModel().getSelectedItem();
        rows.setAll(risks);
        long hosts = risks.stream().filter(entity -> entity.kind() == CriticalAsset.Kind.HOST).count();
        count.setText(Messages.text("entities.count", hosts, risks.size() - hosts));
        if (before != null) {
            risks.stream().filter(entity -> entity.kind() == before.kind() && entity.name().equals(before.name())).findFirst().ifPresent(table.getSelectionModel()::select);
        }
        refresh();
    }

    private void refresh() {
        place.show(switch (model.stateProperty().get()) {
            case LoadState.Loading loading -> StatePane.loading("entities.loading", Messages.text("entities.loadingReason"));
            case LoadState.Failed failed -> StatePane.failed("entities.failed", SafeText.block(failed.message())).with("action.tryAgain", model::load);
            case LoadState.Ready ready when rows.isEmpty() -> StatePane.empty("mdomz-people_outline", "entities.none", Messages.text("entities.noneReason"));
            case LoadState.Ready ready -> table;
        });
        RowKeys.begin(table);
    }

    @Override public Node view() {
        return view;
    }

    @Override public void shown() {
        model.load();
        place.focusTable();
    }

    @Override public boolean key(String key) {
        return RowKeys.move(table, key);
    }
}
