package dev.spoor.ui.alerts;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** How the columns share the table's width: the rule's name takes what the others leave; where even that is too little, the others give way as well. */
final class AlertWidths {
    /** Without it, rounding makes the columns a hair wider than the table, which then scrolls. */
    private static final double EDGE = 2;

    private AlertWidths() {}

    /** The resize policy; a column that the user drags keeps its width, the rule's gives way. */
    static <R> boolean resize(TableView.ResizeFeatures<R> features) {
        TableColumn<R, ?> dragged = features.getColumn();
        if (dragged != null) {
            double width = dragged.getWidth() + features.getDelta();
            if (width < dragged.getMinWidth() || dragged.getUserData() == AlertField.RULE) {
                return false;
            }
            dragged.setPrefWidth(width);
            features.setColumnWidth(dragged, width);
        }
        double room = features.getContentWidth() - EDGE;
        double rest = room;
        double most = 0;
        TableColumn<R, ?> rule = null;
        for (TableColumn<R, ?> column : features.getTable().getVisibleLeafColumns()) {
            if (column.getUserData() == AlertField.RULE) {
                rule = column;
            } else {
                rest -= column.getPrefWidth();
                most += column.getPrefWidth() - column.getMinWidth();
            }
        }
        double least = rule == null ? 0 : rule.getMinWidth();
        double give = most <= 0 ? 0 : Math.clamp((least - rest) / most, 0, 1);
        for (TableColumn<R, ?> column : features.getTable().getVisibleLeafColumns()) {
            if (column != rule) {
                features.setColumnWidth(column, Math.floor(column.getPrefWidth() - give * (column.getPrefWidth() - column.getMinWidth())));
            }
        }
        if (rule != null) {
            features.setColumnWidth(rule, Math.max(least, Math.floor(rest + give * most)));
        }
        return true;
    }
}
