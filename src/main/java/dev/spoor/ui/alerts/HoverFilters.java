package dev.spoor.ui.alerts;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * Two buttons at the end of the cell under the pointer: show only what has its value, leave out what has it. One pair for the whole table, in a layer above it. The
 * keyboard has F and Shift+F for the same.
 */
final class HoverFilters extends StackPane {
    private final AlertTable table;
    private final CellMenu menus;
    private final Pane layer = new Pane();
    private final Button show;
    private final Button leaveOut;
    private final HBox buttons;
    private AlertCell cell;

    /**
     * A table with such buttons.
     *
     * @param place where the table stands
     */
    HoverFilters(Node place, AlertTable table, CellMenu menus) {
        super(place);
        this.table = table;
        this.menus = menus;
        show = button("mdoal-add_circle_outline", "cell.show", false);
        leaveOut = button("mdomz-remove_circle_outline", "cell.leaveOut", true);
        buttons = new HBox(show, leaveOut);
        buttons.getStyleClass().add("cell-filters");
        buttons.setVisible(false);
        buttons.setManaged(false);
        layer.setPickOnBounds(false);
        layer.getChildren().add(buttons);
        getChildren().add(layer);
        table.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hide());
        addEventFilter(ScrollEvent.SCROLL, event -> hide());
        setOnMouseExited(event -> hide());
        table.getItems().addListener((Observable rows) -> hide());
    }

    private Button button(String icon, String key, boolean out) {
        Button button = Widgets.iconButton(icon, key, () -> filter(out));
        button.setId(out ? "cell-filter-out" : "cell-filter-for");
        button.setFocusTraversable(false);
        return button;
    }

    private void moved(MouseEvent event) {
        Optional<AlertCell> found = cell(event.getTarget());
        if (found.isEmpty()) {
            hide();
        } else if (found.get() != cell) {
            over(found.get());
        }
    }

    private static Optional<AlertCell> cell(Object target) {
        Node node = target instanceof Node hit ? hit : null;
        while (node != null && !(node instanceof AlertCell)) {
            node = node.getParent();
        }
        return node instanceof AlertCell cell && cell.field().filterable() && cell.getItem() instanceof AlertRow.One ? Optional.of(cell) : Optional.empty();
    }

    private void over(AlertCell wanted) {
        cell = wanted;
        String words = CellMenu.words(wanted.getItem(), wanted.field());
        name(show, "cell.for", words);
        name(leaveOut, "cell.out", words);
        Bounds place = layer.sceneToLocal(wanted.localToScene(wanted.getBoundsInLocal()));
        buttons.applyCss();
        buttons.autosize();
        buttons.relocate(Math.max(place.getMinX(), place.getMaxX() - buttons.getWidth() - 2), place.getMinY() + (place.getHeight() - buttons.getHeight()) / 2);
        buttons.setVisible(true);
    }

    private static void name(Button button, String key, String words) {
        String text = Messages.text(key, words);
        button.setAccessibleText(text);
        button.getTooltip().setText(text);
    }

    private void filter(boolean out) {
        if (cell != null && cell.getItem() != null) {
            ContextMenu menu = menus.filters(cell.getItem(), List.of(cell.field()), out);
            if (menu.getItems().size() == 1) {
                menu.getItems().getFirst().fire();
            } else {
                menu.show(out ? leaveOut : show, Side.BOTTOM, 0, 0);
            }
        }
        hide();
        table.requestFocus();
    }

    private void hide() {
        cell = null;
        buttons.setVisible(false);
    }
}
