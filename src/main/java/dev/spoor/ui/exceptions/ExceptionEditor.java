package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.workbench.FieldChoices;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Makes and changes exceptions: gathers what the editor needs, shows it, saves, and offers the way back. Window thread only. */
public final class ExceptionEditor {
    /** What the dialog begins with. */
    private record Beginning(EditedException edited, FieldChoices choices) {}

    /** A status with its reason. */
    private record Stand(Status status, Optional<Reason> reason) {}

    private final Investigation investigation;
    private final Tasks tasks;
    private final Tasks.Lane opening;
    private final Dialogs dialogs;
    private final Times times;
    private final Notice notice;
    private final Runnable changed;

    /**
     * The editor of a case.
     *
     * @param notice  told what was done
     * @param changed called when exceptions or alerts have changed
     */
    public ExceptionEditor(Investigation investigation, Tasks tasks, Dialogs dialogs, Times times, Notice notice, Runnable changed) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.times = times;
        this.notice = notice;
        this.changed = changed;
        opening = tasks.lane();
    }

    /** Opens the editor with an exception for an alert filled in. */
    public void add(Alert alert) {
        open(() -> {
            ExceptionDraft draft = investigation.suggestException(alert.id());
            return new Beginning(new EditedException(alert.rule().id(), alert.rule().name(), draft, Optional.empty()), investigation.fieldChoices(alert.id()));
        });
    }

    /** Opens the editor on an exception of the case. */
    void edit(ExceptionItem item, String ruleName) {
        open(() -> new Beginning(EditedException.of(item, ruleName), investigation.ruleFieldChoices(item.ruleId())));
    }

    private void open(Callable<Beginning> gather) {
        opening.work(gather).onSuccess(begin -> new ExceptionDialog(dialogs, begin.edited(), begin.choices(), investigation.analyst(), new PreviewModel(investigation, tasks),
                times)
                .show(answer -> save(begin.edited(), answer))).onFailure(why -> notice.say(Messages.text("except.notOpened", why.message()))).start();
    }

    private void save(EditedException edited, ExceptionDialog.Answer answer) {
        tasks.change(() -> {
            investigation.saveExceptions(answer.items(), answer.close().stream().map(Alert::id).toList());
            return answer.items().getFirst().name();
        }).onSuccess(name -> {
            notice.say(Messages.text("except.saved", SafeText.line(name, 80), answer.close().size()), () -> undo(edited, answer));
            changed.run();
        }).onFailure(why -> notice.say(Messages.text("except.notSaved", why.message()))).start();
    }

    private void undo(EditedException edited, ExceptionDialog.Answer answer) {
        tasks.change(() -> {
            takeBack(edited, answer);
            return answer.close().size();
        }).onSuccess(reopened -> {
            notice.say(Messages.text("except.undone", reopened));
            changed.run();
        }).onFailure(why -> notice.say(Messages.text("except.notUndone", why.message()))).start();
    }

    private void takeBack(EditedException edited, ExceptionDialog.Answer answer) throws WorkbenchException {
        for (ExceptionItem item : answer.items()) {
            if (edited.before().filter(old -> old.id().equals(item.id())).isPresent()) {
                investigation.saveExceptions(List.of(edited.before().get()), List.of());
            } else {
                investigation.removeException(item.id());
            }
        }
        Map<Stand, List<String>> before = new LinkedHashMap<>();
        answer.close().forEach(alert -> before.computeIfAbsent(new Stand(alert.status(), alert.reason()), stand -> new ArrayList<>()).add(alert.id()));
        for (Map.Entry<Stand, List<String>> group : before.entrySet()) {
            investigation.decide(group.getValue(), new Decision(group.getKey().status(), group.getKey().reason(), Messages.text("except.undoneNote"), List.of()));
        }
    }
}
