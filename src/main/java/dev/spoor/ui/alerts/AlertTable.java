package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Columns;
import dev.spoor.ui.control.SeverityMark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** The table of alerts: one line each, worst and newest first, what is decided muted. */
final class AlertTable extends TableView<Alert> {
    private static final PseudoClass DECIDED = PseudoClass.getPseudoClass("decided");

    AlertTable(ObservableList<Alert> alerts) {
        getStyleClass().add("rows");
        setAccessibleText(Messages.text("alerts.table"));
        setFixedCellSize(28);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableColumn<Alert, Severity> severity = Columns.of("alerts.severity", 88, Alert::severity);
        severity.setCellFactory(column -> new SeverityCell());
        severity.setSortType(TableColumn.SortType.DESCENDING);
        TableColumn<Alert, Long> time = Columns.of("alerts.lastSeen", 112, Alert::time);
        Columns.shown(time, Formats::time, "muted");
        time.setSortType(TableColumn.SortType.DESCENDING);
        TableColumn<Alert, String> rule = Columns.text("alerts.rule", 360, alert -> alert.rule().name());
        Columns.grows(rule);
        rule.setMinWidth(140);
        TableColumn<Alert, Long> count = Columns.of("alerts.events", 64, Alert::count);
        Columns.number(count, Formats::count);
        TableColumn<Alert, String> status = Columns.text("alerts.status", 108, AlertTable::status);
        status.setMinWidth(88);
        status.setMaxWidth(120);
        List<TableColumn<Alert, ?>> columns = List.of(severity, time, rule, named("alerts.host", 104, Alert::host), named("alerts.user", 112, Alert::user), count, status);
        getColumns().setAll(columns);
        SortedList<Alert> sorted = new SortedList<>(alerts);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSortOrder().setAll(List.of(severity, time));
        setRowFactory(table -> new Row());
    }

    private static TableColumn<Alert, String> named(String key, double width, Function<Alert, Optional<String>> name) {
        TableColumn<Alert, String> column = Columns.text(key, width, alert -> name.apply(alert).orElse(Formats.NONE));
        column.setMinWidth(84);
        column.setMaxWidth(width * 1.5);
        return column;
    }

    /** Open, Acknowledged, or the reason why it is closed. */
    static String status(Alert alert) {
        Optional<Reason> reason = alert.reason();
        return alert.status() == Status.CLOSED && reason.isPresent() ? Messages.text("reason." + reason.get().word()) : Messages.text("status." + alert.status().word());
    }

    /** Selects the alert of an id if it is in the table. */
    boolean select(String id) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).id().equals(id)) {
                selectRow(i);
                return true;
            }
        }
        return false;
    }

    /** Selects a row, or the nearest there is, and brings it into sight. */
    void selectRow(int row) {
        int last = getItems().size() - 1;
        if (last >= 0) {
            int index = Math.clamp(row, 0, last);
            getSelectionModel().clearAndSelect(index);
            getFocusModel().focus(index);
            reveal(index);
        }
    }

    /** Moves the selection by some rows. */
    void move(int by) {
        selectRow(getSelectionModel().getSelectedIndex() + by);
    }

    private void reveal(int index) {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null && flow.getLastVisibleCell() != null) {
            if (index <= flow.getFirstVisibleCell().getIndex()) {
                scrollTo(index);
            } else if (index >= flow.getLastVisibleCell().getIndex()) {
                scrollTo(index - (flow.getLastVisibleCell().getIndex() - flow.getFirstVisibleCell().getIndex()) + 2);
            }
        }
    }

    private static final class Row extends TableRow<Alert> {
        @Override protected void updateItem(Alert alert, boolean empty) {
            super.updateItem(alert, empty);
            pseudoClassStateChanged(DECIDED, !empty && alert != null && alert.status() == Status.CLOSED);
        }
    }

    /** Marks are made once per cell and severity, not while scrolling. */
    private static final class SeverityCell extends TableCell<Alert, Severity> {
        private final Map<Severity, SeverityMark> marks = new EnumMap<>(Severity.class);

        @Override protected void updateItem(Severity severity, boolean empty) {
            super.updateItem(severity, empty);
            setGraphic(empty || severity == null ? null : marks.computeIfAbsent(severity, SeverityMark::new));
        }
    }
}
