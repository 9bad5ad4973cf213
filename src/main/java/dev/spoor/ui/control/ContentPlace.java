package dev.spoor.ui.control;

import java.util.Collection;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;

/**
 * The place of a table, where a {@link StatePane} stands while there is nothing to show. Gives the table the focus once it can take it, and lets its columns and
 * rows grow with the zoom.
 */
public final class ContentPlace extends StackPane {
    private final Node table;
    private final ColumnScale scale;
    private boolean focusWanted;

    /** The place of a table. */
    public ContentPlace(TableView<?> table) {
        this(table, table::getColumns);
    }

    /** The place of a table that has these columns, shown or not. */
    public ContentPlace(TableView<?> table, Supplier<? extends Collection<? extends TableColumn<?, ?>>> columns) {
        this.table = table;
        scale = new ColumnScale(table, columns);
        getChildren().setAll(scale);
        table.sceneProperty().subscribe(scene -> {
            if (focusWanted && scene != null) {
                focusWanted = false;
                if (!(scene.getFocusOwner() instanceof TextInputControl)) {
                    table.requestFocus();
                }
            }
        });
    }

    /** Shows the table or something in its stead. */
    public void show(Node content) {
        if (!getChildren().contains(content)) {
            getChildren().setAll(scale, content);
        }
    }

    /** Moves the focus into the table, now or when it comes into the window; a text field that the user is typing in by then keeps it. */
    public void focusTable() {
        focusWanted = table.getScene() == null;
        if (!focusWanted) {
            table.requestFocus();
        }
    }
}
