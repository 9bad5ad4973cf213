package dev.spoor.ui.exceptions;

import dev.spoor.event.Time;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionSentence;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Columns;
import dev.spoor.ui.exceptions.ExceptionsViewModel.Listed;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The exceptions of the case as a table. */
final class ExceptionTable extends TableView<Listed> {
    private final Times times;

    ExceptionTable(ObservableList<Listed> exceptions, Times times) {
        this.times = times;
        getStyleClass().add("rows");
        setId("exception-table");
        setAccessibleText(Messages.text("exceptions.table"));
        setFixedCellSize(28);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<Listed, String> sentence = Columns.text("exceptions.sentence", 300, one -> ExceptionSentence.of(one.item().entries()));
        Columns.grows(sentence);
        TableColumn<Listed, Long> hits = Columns.of("exceptions.hits", 64, one -> one.use().hits());
        Columns.number(hits, Formats::countOrNone);
        List<TableColumn<Listed, ?>> columns =
                List.of(Columns.text("exceptions.state", 72, one -> state(one.item())), Columns.text("exceptions.name", 180, one -> one.item().name()),
                        Columns.text("exceptions.rule", 180, ExceptionTable::scope), sentence, Columns.text("exceptions.creator", 88, one -> one.item().createdBy()),
                        time("exceptions.created", one -> one.item().createdAt()), hits, time("exceptions.lastHit", one -> one.use().last()),
                        time("exceptions.expires", one -> one.item().expires().orElse(Time.NONE)));
        getColumns().setAll(columns);
        SortedList<Listed> sorted = new SortedList<>(exceptions);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    /** The rules that it holds for. */
    static String scope(Listed one) {
        String names = String.join(", ", one.item().scope().names());
        return switch (one.item().scope().kind()) {
            case RULE -> one.ruleName();
            case RULES -> Messages.text("exceptions.scopeRules", one.ruleName(), one.item().scope().names().size());
            case TAG -> Messages.text("except.scopeTag", names);
            case TECHNIQUE -> Messages.text("except.scopeTechnique", names);
            case LIST -> Messages.text("exceptions.scopeList", names, one.item().scope().attached().size());
            case ALL -> Messages.text("except.scopeAll");
        };
    }

    /** On, Off or Expired. */
    static String state(ExceptionItem item) {
        boolean expired = item.expires().map(end -> end <= Time.of(Instant.now())).orElse(false);
        return Messages.text(!item.enabled() ? "exception.disabled" : expired ? "exceptions.expired" : "exception.enabled");
    }

    private TableColumn<Listed, Long> time(String key, Function<Listed, Long> ticks) {
        TableColumn<Listed, Long> column = Columns.of(key, 112, ticks);
        Columns.shown(column, times::time, "muted");
        return column;
    }
}
