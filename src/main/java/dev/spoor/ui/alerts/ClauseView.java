package dev.spoor.ui.alerts;

import dev.spoor.explain.Clause;
import dev.spoor.explain.Clause.Verdict;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The clauses of a condition on an event: what each asks, whether it is true, false or cannot be told because the field is missing, and the event's values with the characters that
 * matched marked. Of many alternatives those that hold are shown, the others when they are asked for.
 */
final class ClauseView extends VBox {
    private static final int MOST = 4;
    private static final double STEP = 16;
    /** Names up to so many characters stand beside their values. */
    private static final int BESIDE = 20;

    ClauseView(Clause clause) {
        super(6);
        getStyleClass().add("clauses");
        if (clause.kind().equals("and")) {
            children(this, clause, 0);
        } else {
            add(this, clause, 0);
        }
    }

    private static void add(VBox into, Clause clause, int depth) {
        if (clause.children().isEmpty()) {
            into.getChildren().add(leaf(clause, depth));
            return;
        }
        into.getChildren().add(line(clause, depth, Messages.text("clause." + clause.kind(), clause.children().size(), clause.children().stream().filter(Clause::holds).count())));
        children(into, clause, depth + 1);
    }

    private static void children(VBox into, Clause clause, int depth) {
        boolean or = clause.kind().equals("or");
        List<Clause> first = or && clause.holds() ? clause.children().stream().filter(Clause::holds).toList() : clause.children();
        List<Clause> shown = first.subList(0, Math.min(or ? MOST : first.size(), first.size()));
        shown.forEach(child -> add(into, child, depth));
        List<Clause> rest = clause.children().stream().filter(child -> !shown.contains(child)).toList();
        if (!rest.isEmpty()) {
            VBox place = new VBox(6);
            Hyperlink more = new Hyperlink(Messages.text("clause.others", rest.size()));
            more.getStyleClass().add("text-link");
            VBox.setMargin(more, new Insets(0, 0, 0, depth * STEP + 22));
            more.setOnAction(event -> {
                place.getChildren().clear();
                rest.forEach(child -> add(place, child, depth));
            });
            place.getChildren().add(more);
            into.getChildren().add(place);
        }
    }

    /** Each field once, its values below each other: beside a short name, below a long one, so that they have room wherever the name ends. */
    private static VBox leaf(Clause clause, int depth) {
        VBox box = new VBox(2, line(clause, depth, clause.text()));
        Map<String, List<Clause.Held>> fields = clause.values().stream().collect(Collectors.groupingBy(Clause.Held::field, LinkedHashMap::new, Collectors.toList()));
        fields.forEach((field, values) -> {
            boolean beside = field.length() <= BESIDE;
            Label name = Widgets.wrapped(SafeText.line(field, SafeText.SHORT), "code", "muted");
            name.setMinWidth(beside ? Region.USE_PREF_SIZE : 0);
            VBox shown = new VBox(2);
            values.forEach(held -> shown.getChildren().add(MarkedValue.of(held.value(), held.matches())));
            shown.setMinWidth(0);
            HBox.setHgrow(shown, Priority.ALWAYS);
            Pane place = beside ? new HBox(8, name, shown) : new VBox(name, shown);
            place.setPadding(new Insets(0, 0, 0, depth * STEP + 22));
            box.getChildren().add(place);
        });
        return box;
    }

    private static HBox line(Clause clause, int depth, String text) {
        FontIcon icon = icon(clause.verdict());
        Label words = Widgets.wrapped(SafeText.line(text, SafeText.SHORT), clause.children().isEmpty() ? "code" : "plain");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        String verdict = Messages.text("clause." + clause.verdict().word());
        Label state = Widgets.label(verdict, "muted", "small");
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, icon, words, state);
        line.setAlignment(Pos.TOP_LEFT);
        line.setPadding(new Insets(0, 0, 0, depth * STEP));
        line.setAccessibleText(verdict + ": " + words.getText());
        return line;
    }

    private static FontIcon icon(Verdict verdict) {
        FontIcon icon = Widgets.icon(switch (verdict) {
            case TRUE -> "mdoal-check_circle";
            case FALSE -> "mdoal-cancel";
            case UNKNOWN -> "mdoal-help_outline";
        }, 14);
        icon.getStyleClass().add("verdict-" + verdict.word());
        return icon;
    }
}
