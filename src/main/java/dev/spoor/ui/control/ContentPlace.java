package dev.spoor.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;

/** The place of a table, where a {@link StatePane} stands while there is nothing to show. Gives the table the focus once it can take it. */
public final class ContentPlace extends StackPane {
    private final Node table;
    private boolean focusWanted;

    /** The place of a table. */
    public ContentPlace(Node table) {
        this.table = table;
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
        if (!getChildren().equals(List.of(content))) {
            getChildren().setAll(content);
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
