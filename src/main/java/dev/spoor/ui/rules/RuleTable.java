package dev.spoor.ui.rules;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Severity;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.Columns;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.workbench.RuleState;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The table of rules. */
final class RuleTable extends TableView<RuleState> {
    RuleTable(ObservableList<RuleState> rules) {
        getStyleClass().add("rows");
        setAccessibleText(Messages.text("rules.table"));
        setFixedCellSize(28);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<RuleState, Severity> severity = Columns.of("field.severity", 88, state -> state.rule().severity());
        Columns.nodes(severity, SeverityMark::new);
        severity.setSortType(TableColumn.SortType.DESCENDING);
        TableColumn<RuleState, String> name = Columns.text("field.rule", 300, state -> state.rule().name());
        Columns.grows(name);
        name.setMinWidth(140);
        TableColumn<RuleState, Fidelity.Status> fidelity = Columns.of("rules.canItRun", 112, state -> state.fidelity().status());
        Columns.nodes(fidelity, Badge::fidelity);
        TableColumn<RuleState, Long> alerts = Columns.of("rules.alerts", 64, RuleState::alerts);
        Columns.number(alerts, Formats::countOrNone);
        alerts.setSortType(TableColumn.SortType.DESCENDING);
        TableColumn<RuleState, String> ran = Columns.text("rules.ran", 72, state -> Messages.text(state.ran() ? "rules.ranYes" : "rules.ranNo"));
        List<TableColumn<RuleState, ?>> columns = List.of(severity, name,
                Columns.text("rule.origin", 72, state -> Messages.text("origin." + state.rule().origin().word())),
                Columns.text("rule.language", 80, state -> state.rule().language().isEmpty() ? Formats.NONE : Badge.languageName(state.rule().language())),
                fidelity, ran, alerts);
        getColumns().setAll(columns);
        SortedList<RuleState> sorted = new SortedList<>(rules);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSortOrder().setAll(List.of(alerts, severity, name));
    }
}
