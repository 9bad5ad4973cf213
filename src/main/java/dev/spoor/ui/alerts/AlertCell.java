package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.Widgets;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** What a column says about a row. A value that is cut is whole in its tooltip. */
final class AlertCell extends TableCell<AlertRow, AlertRow> {
    private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("inside");
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
        } else if (field == AlertField.EVENTS || field == AlertField.RISK) {
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
        pseudoClassStateChanged(INSIDE, row instanceof AlertRow.One one && one.inside());
        pseudoClassStateChanged(TITLE, row instanceof AlertRow.Group);
        if (field == AlertField.SEVERITY) {
            Severity severity = switch (row) {
                case AlertRow.One one -> one.alert().severity();
                case AlertRow.Group group -> group.worst();
            };
            setGraphic(marks.computeIfAbsent(severity, SeverityMark::new));
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
        return switch (field) {
            case RULE -> Messages.text("group.title", SafeText.line(group.title(), 300), group.alerts().size());
            case TIME -> times.time(group.last());
            case HOST -> group.hosts() > 1 ? Messages.text("group.hosts", group.hosts()) : SafeText.line(field.text(group.alert(), times), 300);
            case USER -> group.users() > 1 ? Messages.text("group.users", group.users()) : SafeText.line(field.text(group.alert(), times), 300);
            case EVENTS -> Formats.count(group.events());
            case STATUS -> Messages.text("group.decided", group.decided(), group.alerts().size());
            case SEVERITY, RISK, TECHNIQUE, TAG, ORIGIN, FILE -> "";
        };
    }
}
