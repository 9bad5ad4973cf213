package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** The table of alerts: one line each, in the order of its listing, what is decided muted. It does no work of its own over all rows. */
final class AlertTable extends TableView<AlertRow> {
    private static final PseudoClass DECIDED = PseudoClass.getPseudoClass("decided");
    private static final double MARKS = 48;
    private final Map<AlertField, TableColumn<AlertRow, AlertRow>> columns = new LinkedHashMap<>();
    private final TableColumn<AlertRow, AlertRow> marks = new TableColumn<>();
    private final Consumer<AlertOrder> sorted;
    private final Times times;
    private final ShownRows shown = new ShownRows();
    private boolean arranging;
    private double fitted;
    private double fittedRow;
    private Runnable rearranged = () -> {};

    /**
     * A table.
     *
     * @param sorted asked when the user wants another order
     * @param fold   asked when the user opens or closes a group
     */
    @SuppressWarnings("unchecked")
    AlertTable(Checked checked, Times times, Consumer<AlertOrder> sorted, Consumer<AlertRow.Group> fold) {
        this.sorted = sorted;
        this.times = times;
        getStyleClass().add("rows");
        setId("alert-table");
        setAccessibleText(Messages.text("alerts.table"));
        setFixedCellSize(28);
        setColumnResizePolicy(features -> AlertWidths.resize((ResizeFeatures<AlertRow>) features));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        marks.setCellFactory(column -> new MarkCell(checked, fold));
        marks.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        marks.setSortable(false);
        marks.setReorderable(false);
        marks.setMinWidth(MARKS);
        marks.setPrefWidth(MARKS);
        marks.setMaxWidth(MARKS);
        for (AlertField field : AlertField.values()) {
            columns.put(field, column(field));
        }
        setItems(shown);
        arrange(AlertField.USUAL, AlertOrder.USUAL);
        setSortPolicy(table -> {
            wanted();
            return true;
        });
        getColumns().addListener((ListChangeListener<Object>) change -> changed());
        setRowFactory(table -> new Row());
    }

    /** Fits the columns again whenever the table got another width or zoom: a policy of one's own is not asked then. */
    @Override protected void layoutChildren() {
        super.layoutChildren();
        if (getWidth() != fitted || getFixedCellSize() != fittedRow) {
            fitted = getWidth();
            fittedRow = getFixedCellSize();
            getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
        }
    }

    private TableColumn<AlertRow, AlertRow> column(AlertField field) {
        TableColumn<AlertRow, AlertRow> column = new TableColumn<>(field.title());
        column.setId("column-" + field.word());
        column.setUserData(field);
        column.setMinWidth(field.least());
        column.setPrefWidth(field.width());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(table -> new AlertCell(field, times));
        if (field.number()) {
            column.getStyleClass().add("number-column");
        }
        if (field.greatestFirst()) {
            column.setSortType(TableColumn.SortType.DESCENDING);
        }
        return column;
    }

    /** The tick above all ticks. */
    void header(CheckBox box) {
        marks.setGraphic(box);
    }

    /** Told when the user moved, added or took away a column, or chose another order. */
    void onRearranged(Runnable action) {
        rearranged = action;
    }

    /** Tells that the columns are others now. */
    void rearranged() {
        rearranged.run();
    }

    private void changed() {
        if (!arranging) {
            rearranged.run();
        }
    }

    /** Shows these columns in this order. */
    void arrange(List<AlertField> fields, AlertOrder order) {
        arranging = true;
        List<TableColumn<AlertRow, ?>> wanted = new ArrayList<>(List.of(marks));
        fields.forEach(field -> wanted.add(columns.get(field)));
        getColumns().setAll(wanted);
        if (order.field() == null || !fields.contains(order.field())) {
            getSortOrder().clear();
        } else {
            columns.get(order.field()).setSortType(order.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            getSortOrder().setAll(List.of(columns.get(order.field())));
        }
        arranging = false;
    }

    /** The columns as they stand. */
    List<AlertField> fields() {
        List<AlertField> fields = new ArrayList<>();
        for (TableColumn<AlertRow, ?> column : getColumns()) {
            if (column.getUserData() instanceof AlertField field) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** All columns there are, shown or not. */
    Collection<TableColumn<AlertRow, ?>> everyColumn() {
        List<TableColumn<AlertRow, ?>> all = new ArrayList<>(columns.values());
        all.add(marks);
        return all;
    }

    /** Shows a column, at the end, or takes it away. */
    void toggle(AlertField field) {
        if (!getColumns().remove(columns.get(field))) {
            getColumns().add(columns.get(field));
        }
    }

    /** The order that the heads of the columns show. */
    AlertOrder order() {
        if (getSortOrder().isEmpty() || !(getSortOrder().getFirst().getUserData() instanceof AlertField field)) {
            return new AlertOrder(null, false);
        }
        return new AlertOrder(field, getSortOrder().getFirst().getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void wanted() {
        if (!arranging) {
            sorted.accept(order());
            rearranged.run();
        }
    }

    /** Shows other rows; the alert that was selected stays selected where it is among them, else what stands in its place. */
    void show(AlertListing listing) {
        AlertRow before = getSelectionModel().getSelectedItem();
        int place = getSelectionModel().getSelectedIndex();
        shown.show(listing.rows());
        int now = before == null ? -1 : shown.rows().find(before);
        selectRow(now < 0 ? Math.max(place, 0) : now);
    }

    /** The alerts of the selected rows, each once. */
    List<Alert> selected() {
        Map<String, Alert> alerts = new LinkedHashMap<>();
        for (AlertRow row : getSelectionModel().getSelectedItems()) {
            if (row != null) {
                row.alerts().forEach(alert -> alerts.putIfAbsent(alert.id(), alert));
            }
        }
        return List.copyOf(alerts.values());
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

    private static final class Row extends TableRow<AlertRow> {
        @Override protected void updateItem(AlertRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(DECIDED, !empty && row != null && switch (row) {
                case AlertRow.One one -> one.alert().status() == Status.CLOSED;
                case AlertRow.Group group -> group.facts().decided() == group.facts().of();
            });
        }
    }
}
