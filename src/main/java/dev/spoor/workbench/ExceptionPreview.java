package dev.spoor.workbench;

import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Expression;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import java.util.ArrayList;
import java.util.List;

/** Finds the alerts that an exception would keep away, by asking its condition of their events. */
final class ExceptionPreview {
    private final CaseFile file;

    ExceptionPreview(CaseFile file) {
        this.file = file;
    }

    List<Alert> suppressed(ExceptionItem item) throws StoreException, WorkbenchException {
        CaseTypes types = new CaseTypes(file);
        EventLookup events = new EventLookup(file);
        List<Alert> suppressed = new ArrayList<>();
        for (Alert alert : file.alerts().list()) {
            if (alert.rule().id().equals(item.ruleId()) && covered(item, alert, types, events)) {
                suppressed.add(alert);
            }
        }
        return suppressed;
    }

    private boolean covered(ExceptionItem item, Alert alert, CaseTypes types, EventLookup events) throws StoreException, WorkbenchException {
        if (!alert.values().isEmpty() && alert.values().keySet().containsAll(item.entries().stream().map(entry -> entry.field()).toList())) {
            return dev.spoor.detect.RowExceptions.matches(item, alert.values());
        }
        for (EventReference reference : alert.events()) {
            EventRow row = events.row(reference.id());
            FieldTypes known = types.of(row.segment().dataset());
            Expression condition = new ExceptionCompiler(known).compile(item);
            Bitmap hit = new ConditionMatcher(row.segment(), known, new ScalarEvaluator(known)).matches(condition);
            if (!hit.get(row.index())) {
                return false;
            }
        }
        return !alert.events().isEmpty();
    }
}
