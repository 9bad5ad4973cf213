package dev.spoor.ui.control;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.Locale;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A rule's query, coloured, with a button that copies it. */
public final class QueryView extends VBox {
    private static final int COLOURED = 20_000;

    /**
     * Shows a query; a rule without one says so.
     *
     * @param language as rules name it: {@code kql}, {@code esql}
     */
    public QueryView(String query, String language, Desktop desktop) {
        getStyleClass().add("card");
        if (query.isBlank()) {
            getChildren().add(Widgets.wrapped(Messages.text("rule.queryMissing"), "muted"));
            return;
        }
        if (query.length() > COLOURED) {
            TextLines lines = new TextLines(query);
            lines.setPrefHeight(320);
            getChildren().add(lines);
            return;
        }
        String shown = query.stripTrailing();
        TextFlow flow = new TextFlow();
        for (QueryToken token : QueryToken.of(shown, QueryDialect.of(language))) {
            Text text = new Text(SafeText.block(shown.substring(token.start(), token.end())));
            text.getStyleClass().addAll("code-text", "token-" + token.kind().name().toLowerCase(Locale.ROOT));
            flow.getChildren().add(text);
        }
        HBox.setHgrow(flow, Priority.ALWAYS);
        flow.setMinWidth(0);
        HBox line = new HBox(8, flow, new CopyButton(() -> query, Messages.text("rule.query"), desktop));
        getChildren().add(line);
    }
}
