package dev.spoor.ui.control;

import java.util.Collection;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Makes the columns and rows of a table grow with the zoom: what it holds becomes larger, and so must its cells. Style sheets cannot say how wide a column is. */
final class ColumnScale extends Label {
    /** The size of letters that widths are given for, in pixels. */
    private static final double USUAL = 13;
    private final TableView<?> table;
    private final Supplier<? extends Collection<? extends TableColumn<?, ?>>> columns;
    private final double row;
    private double scale = 1;

    /** To be put beside the table, where it is not seen: its letters are as large as the table's. */
    ColumnScale(TableView<?> table, Supplier<? extends Collection<? extends TableColumn<?, ?>>> columns) {
        this.table = table;
        this.columns = columns;
        row = table.getFixedCellSize();
        setVisible(false);
        setManaged(false);
        fontProperty().subscribe(font -> scale(Math.max(1, font.getSize() / USUAL)));
    }

    private void scale(double wanted) {
        double factor = wanted / scale;
        if (columns == null || Math.abs(factor - 1) < 0.01) {
            return;
        }
        scale = wanted;
        table.setFixedCellSize(Math.rint(row * wanted));
        for (TableColumn<?, ?> column : columns.get()) {
            double width = column.getPrefWidth() * factor;
            column.setMinWidth(column.getMinWidth() * factor);
            column.setMaxWidth(Math.min(5000, column.getMaxWidth() * factor));
            column.setPrefWidth(width);
        }
        table.refresh();
    }
}
