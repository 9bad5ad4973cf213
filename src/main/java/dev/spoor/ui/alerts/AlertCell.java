package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.Widgets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** What a column says about a row. A value that is cut is whole in its tooltip. */
final class AlertCell extends TableCell<AlertRow, AlertRow> {
    private static final List<PseudoClass> INSIDE = List.of(PseudoClass.getPseudoClass("outside"), PseudoClass.getPseudoClass("inside"), PseudoClass.getPseudoClass("inside-two"),
            PseudoClass.getPseudoClass("inside-three"), PseudoClass.getPseudoClass("inside-four"));
    private static final PseudoClass TITLE = PseudoClass.getPseudoClass("group-title");
    private final AlertField field;
    private final Times times;
    private final Map<Severity, SeverityMark> marks = new EnumMap<>(Severity.class);
    private final Tooltip tooltip = Widgets.tooltip("");

    AlertCell(AlertField field, Times times) {
        this.field = field;
        this.times = times;
        getStyleClass().add("field-" + field.word());
        if (field == AlertField.TIME) {
            getStyleClass().add("muted");
        } else if (field.number()) {
            getStyleClass().add("number-cell");
        }
        textTruncatedProperty().subscribe(cut -> setTooltip(cut ? tooltip : null));
    }

    AlertField field() {
        return field;
    }

    @Override protected void updateItem(AlertRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        for (int depth = 0; depth < INSIDE.size(); depth++) {
            pseudoClassStateChanged(INSIDE.get(depth), row.depth() == depth);
        }
        pseudoClassStateChanged(TITLE, row instanceof AlertRow.Group);
        if (field == AlertField.SEVERITY) {
            Severity severity = switch (row) {
                case AlertRow.One one -> one.alert().severity();
                case AlertRow.Group group -> group.facts().worst();
            };
            SeverityMark mark = marks.computeIfAbsent(severity, SeverityMark::new);
            Optional<String> other = row instanceof AlertRow.One one ? GivenWords.of(one.alert(), times) : Optional.empty();
            mark.other(other.isPresent());
            other.ifPresent(tooltip::setText);
            setTooltip(other.isPresent() ? tooltip : null);
            setGraphic(mark);
            return;
        }
        String text = switch (row) {
            case AlertRow.One one -> SafeText.line(field.text(one.alert(), times), 300);
            case AlertRow.Group group -> text(group);
        };
        setText(text);
        tooltip.setText(text);
    }

    private String text(AlertRow.Group group) {
        AlertRow.Facts facts = group.facts();
        return switch (field) {
            case RULE -> SafeText.line(group.title(), 300);
            case TIME -> times.time(facts.last());
            case HOST -> facts.hosts() > 1 ? Messages.text("group.hosts", facts.hosts()) : SafeText.line(field.text(group.alert(), times), 300);
            case USER -> facts.users() > 1 ? Messages.text("group.users", facts.users()) : SafeText.line(field.text(group.alert(), times), 300);
            case EVENTS -> Formats.count(facts.events());
            case ALERTS -> Formats.count(facts.found());
            case STATUS -> facts.state().orElseGet(() -> Messages.text("group.decided", facts.decided(), facts.of()));
            case SEVERITY, RULE_SEVERITY, RISK, TECHNIQUE, TAG, ORIGIN, FILE, VARIANT, EVENT -> "";
        };
    }
}
