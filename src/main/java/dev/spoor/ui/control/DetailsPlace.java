package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A table with the details of what is selected: side by side where the window is wide, else the details lie over the right side of the table and can be folded away
 * by a button or Esc.
 */
public final class DetailsPlace extends StackPane {
    /** Windows at least as wide as this have room for both, in pixels. */
    private static final double WIDE = 1366;
    private static final double COVERED = 0.46;
    private static final double LEAST = 360;
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    private final Region table;
    private final Region details;
    private final SplitPane split = new SplitPane();
    private final Button fold;
    private final HBox over;
    private boolean wide;
    private boolean open = true;

    /**
     * Both beside each other.
     *
     * @param share how much of the width the table gets, 0 to 1
     */
    public DetailsPlace(Region table, Region details, double share) {
        this.table = table;
        this.details = details;
        table.setMinWidth(300);
        details.setMinWidth(300);
        fold = Widgets.iconButton("mdoal-chevron_right", "details.fold", this::toggle);
        fold.setId("details-fold");
        fold.getStyleClass().add("details-fold");
        fold.setMaxHeight(Double.MAX_VALUE);
        over = new HBox(fold);
        over.getStyleClass().add("details-over");
        over.setAlignment(Pos.CENTER_LEFT);
        over.setPickOnBounds(false);
        over.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(details, Priority.ALWAYS);
        StackPane.setAlignment(over, Pos.CENTER_RIGHT);
        SplitPane.setResizableWithParent(details, false);
        beside(share);
        sceneProperty().flatMap(scene -> scene.widthProperty()).map(width -> width.doubleValue() >= WIDE).subscribe(now -> lay(now == null || now, share));
        widthProperty().subscribe(width -> fit());
        fold.widthProperty().subscribe(width -> StackPane.setMargin(table, new Insets(0, width.doubleValue(), 0, 0)));
    }

    private void lay(boolean wanted, double share) {
        if (wanted == wide) {
            return;
        }
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        if (wanted) {
            beside(share);
        } else {
            above();
        }
        if (focus != null) {
            focus.requestFocus();
        }
    }

    private void beside(double share) {
        wide = true;
        getChildren().clear();
        over.getChildren().setAll(fold);
        split.getItems().setAll(table, details);
        split.setDividerPositions(share);
        getChildren().setAll(split);
    }

    private void above() {
        wide = false;
        split.getItems().clear();
        getChildren().setAll(table, over);
        show(open);
    }

    private void show(boolean wanted) {
        open = wanted;
        over.getChildren().setAll(wanted ? List.of(fold, details) : List.of(fold));
        over.pseudoClassStateChanged(FOLDED, !wanted);
        fold.setGraphic(Widgets.icon(wanted ? "mdoal-chevron_right" : "mdoal-chevron_left", 16));
        String words = Messages.text(wanted ? "details.fold" : "details.unfold");
        fold.setAccessibleText(words);
        fold.getTooltip().setText(words);
        fit();
    }

    private void fit() {
        double width = open ? Math.clamp(getWidth() * COVERED, LEAST, Math.max(LEAST, getWidth() - 60)) : USE_COMPUTED_SIZE;
        over.setPrefWidth(width);
        over.setMaxWidth(open ? width : USE_PREF_SIZE);
    }

    private void toggle() {
        show(!open);
    }

    /** Leaves a bar at the top of the table free; what stands in it can be reached beside the details. */
    public void below(Region bar) {
        bar.heightProperty().subscribe(height -> StackPane.setMargin(over, new Insets(height.doubleValue(), 0, 0, 0)));
    }

    /** Makes sure that the details can be seen. */
    public void open() {
        if (!wide && !open) {
            show(true);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !wide && open) {
            show(false);
            event.consume();
        }
    }
}
