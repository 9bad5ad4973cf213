package dev.spoor.ui.control;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Links;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.net.URI;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/** Links of rules and guides: they show where they go, and open only on a click. */
public final class LinkView {
    private LinkView() {}

    /** A link, or plain text with the target in words where the target is none that may be opened. */
    public static Node of(String text, String target, Desktop desktop) {
        Optional<URI> uri = Links.target(target);
        if (uri.isEmpty()) {
            String shown = text.equals(target) || target.isBlank() ? text : text + " ‹" + target + "›";
            return Widgets.wrapped(SafeText.line(shown, SafeText.SHORT), "refused-link");
        }
        Hyperlink link = new Hyperlink(SafeText.line(text.isBlank() ? target : text, SafeText.SHORT));
        link.getStyleClass().add("text-link");
        link.setWrapText(true);
        link.setTooltip(new Tooltip(SafeText.line(target, SafeText.SHORT)));
        link.setAccessibleText(Messages.text("link.accessible", link.getText(), target));
        link.setOnAction(event -> {
            link.setVisited(false);
            desktop.open(uri.get());
        });
        return link;
    }
}
