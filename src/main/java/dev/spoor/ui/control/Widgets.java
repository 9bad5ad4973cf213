package dev.spoor.ui.control;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small nodes that are made the same way everywhere. */
public final class Widgets {
    private Widgets() {}

    /** An icon of the Material set, for example {@code mdoal-flag}; never the only carrier of a meaning. */
    public static FontIcon icon(String literal, int size) {
        FontIcon icon = FontIcon.of(org.kordamp.ikonli.material2.Material2OutlinedAL.FLAG, size);
        icon.setIconLiteral(literal);
        icon.setIconSize(size);
        icon.getStyleClass().add("icon-" + size);
        icon.setAccessibleRole(AccessibleRole.NODE);
        return icon;
    }

    /** A button with a word. */
    public static Button button(String key, Runnable action) {
        Button button = new Button(Messages.text(key));
        button.getStyleClass().add("bar-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A button that is only an icon; the text is its tooltip and its accessible name. */
    public static Button iconButton(String icon, String key, Runnable action) {
        Button button = new Button();
        button.setGraphic(icon(icon, 16));
        button.getStyleClass().addAll("icon-button", "flat");
        button.setAccessibleText(Messages.text(key));
        button.setTooltip(new Tooltip(Messages.text(key)));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A label with style classes. The text is taken as it is. */
    public static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** A label that breaks into lines instead of being cut. */
    public static Label wrapped(String text, String... classes) {
        Label label = label(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label for a value of unknown origin: one line, cut where there is no room, whole in the tooltip. */
    public static Label value(String value, String... classes) {
        Label label = label(SafeText.line(value, SafeText.SHORT), classes);
        label.setTooltip(tooltip(SafeText.line(value, SafeText.SHORT)));
        return label;
    }

    /** A tooltip that breaks into lines. */
    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        return tooltip;
    }

    /** Takes the room that is left in a bar. */
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /** A pane that scrolls downwards and is as wide as its place. */
    public static ScrollPane scrolling(Node content, String accessibleKey) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().addAll("edge-to-edge", "reading-pane");
        pane.setAccessibleText(Messages.text(accessibleKey));
        return pane;
    }
}
