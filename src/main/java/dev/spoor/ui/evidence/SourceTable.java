package dev.spoor.ui.evidence;

import dev.spoor.coverage.SourceCoverage;
import dev.spoor.event.Time;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Columns;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.SourceSummary;
import java.util.List;
import java.util.function.Function;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The evidence register as a table. */
final class SourceTable extends TableView<SourceSummary> {
    SourceTable(EvidenceViewModel model, Times times) {
        getStyleClass().add("rows");
        setAccessibleText(Messages.text("evidence.table"));
        setFixedCellSize(28);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<SourceSummary, Long> number = Columns.of("evidence.number", 48, source -> (long) source.number());
        Columns.number(number, Formats::count);
        TableColumn<SourceSummary, String> name = Columns.text("evidence.source", 220, SourceTable::name);
        Columns.grows(name);
        name.setMinWidth(120);
        TableColumn<SourceSummary, String> hash = Columns.text("evidence.sha256", 152, SourceSummary::sha256);
        Columns.shown(hash, Formats::hash, "code", "muted");
        TableColumn<SourceSummary, Long> damaged = counted("evidence.damaged", 72, SourceSummary::damaged, true);
        damaged.setCellFactory(column -> new DamageCell());
        TableColumn<SourceSummary, SourceSummary> span = Columns.of("evidence.timeSpan", 232, source -> source);
        Columns.nodes(span, source -> new SpanBar(source, model.coverage(source), model.first(), model.last(), times));
        span.setSortable(false);
        span.setMinWidth(80);
        TableColumn<SourceSummary, SourceSummary> remark = Columns.of("evidence.remarks", 168, source -> source);
        Columns.nodes(remark, source -> remark(source, model.coverage(source)));
        TableColumn<SourceSummary, String> host = Columns.text("evidence.host", 120, source -> host(model.coverage(source)));
        remark.setSortable(false);
        List<TableColumn<SourceSummary, ?>> columns = List.of(number, name, Columns.text("evidence.format", 80, SourceSummary::format), host,
                sized("evidence.size", 80, SourceSummary::size), hash, counted("evidence.records", 80, SourceSummary::records, false), damaged,
                counted("evidence.repaired", 72, SourceSummary::repaired, true), span, remark);
        getColumns().setAll(columns);
        SortedList<SourceSummary> sorted = new SortedList<>(model.sources());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        model.coverageProperty().subscribe(known -> refresh());
    }

    static String name(SourceSummary source) {
        return Formats.fileName(source.path()) + (source.entry().isEmpty() ? "" : " › " + source.entry());
    }

    private static TableColumn<SourceSummary, Long> counted(String key, double width, Function<SourceSummary, Long> value, boolean dash) {
        TableColumn<SourceSummary, Long> column = Columns.of(key, width, value);
        Columns.number(column, dash ? Formats::countOrNone : Formats::count);
        return column;
    }

    private static TableColumn<SourceSummary, Long> sized(String key, double width, Function<SourceSummary, Long> value) {
        TableColumn<SourceSummary, Long> column = Columns.of(key, width, value);
        Columns.number(column, Formats::bytes);
        return column;
    }

    private static String host(SourceCoverage coverage) {
        return coverage.hostCount() == 1 ? coverage.hosts().getFirst().host() : coverage.hostCount() == 0 ? Formats.NONE : Messages.text("evidence.hosts", coverage.hostCount());
    }

    private static Node remark(SourceSummary source, SourceCoverage coverage) {
        boolean warns = !source.problems().isEmpty() || !coverage.cleared().isEmpty() || coverage.gapCount() > 0;
        String text = source.duplicateOf().isPresent() ? Messages.text("evidence.duplicate")
                : !source.problems().isEmpty() ? Messages.text("evidence.problemCount", source.problems().size())
                : !coverage.cleared().isEmpty() ? Messages.text("evidence.cleared")
                : coverage.gapCount() > 0 ? Messages.text("evidence.holes", coverage.gapCount())
                : source.first() == Time.NONE && source.records() > 0 ? Messages.text("evidence.noTimes") : "";
        Label label = Widgets.label(text, "plain");
        if (warns) {
            label.setGraphic(Widgets.icon("mdomz-warning", 14));
            label.getStyleClass().add("warning-icon");
        }
        return label;
    }

    /** A count that stands out where it is not zero. */
    private static final class DamageCell extends TableCell<SourceSummary, Long> {
        private DamageCell() {
            getStyleClass().add("number-cell");
        }

        @Override protected void updateItem(Long count, boolean empty) {
            super.updateItem(count, empty);
            setText(empty || count == null ? null : Formats.countOrNone(count));
            getStyleClass().remove("damage");
            if (!empty && count != null && count > 0) {
                getStyleClass().add("damage");
            }
        }
    }
}
