package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.workbench.ExceptionProposal;
import dev.spoor.workbench.ExceptionWork;
import dev.spoor.workbench.FieldChoices;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.RuleParts;
import dev.spoor.workbench.RuleState;
import dev.spoor.workbench.WorkbenchException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Makes and changes exceptions: gathers what the editor needs, shows it, saves, and offers the way back. Window thread only. */
public final class ExceptionEditor {
    /** What the dialog begins with. */
    private record Beginning(EditedException edited, FieldChoices choices, List<Rule> rules, List<ValueList> lists, List<SharedList> shared, RuleParts parts,
            List<String> alerts) {}

    private final Investigation investigation;
    private final Tasks tasks;
    private final Tasks.Lane opening;
    private final Dialogs dialogs;
    private final Times times;
    private final Notice notice;
    private final Runnable changed;
    private final Desktop desktop;

    /**
     * The editor of a case.
     *
     * @param desktop asks for a file of values
     * @param notice  told what was done
     * @param changed called when exceptions or alerts have changed
     */
    public ExceptionEditor(Investigation investigation, Tasks tasks, Dialogs dialogs, Desktop desktop, Times times, Notice notice, Runnable changed) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.times = times;
        this.notice = notice;
        this.changed = changed;
        opening = tasks.lane();
        this.desktop = desktop;
    }

    /** Opens the editor with an exception for alerts filled in. Of several rules it is for the one with the most of the alerts and holds for the others as well. */
    public void add(List<Alert> alerts) {
        Map<Alert.RuleStamp, List<Alert>> byRule = new LinkedHashMap<>();
        alerts.forEach(alert -> byRule.computeIfAbsent(alert.rule(), _ -> new ArrayList<>()).add(alert));
        Alert.RuleStamp home = Collections.max(byRule.entrySet(), Comparator.comparingInt(entry -> entry.getValue().size())).getKey();
        List<String> others = byRule.keySet().stream().map(Alert.RuleStamp::id).filter(id -> !id.equals(home.id())).distinct().sorted().toList();
        List<String> ids = alerts.stream().map(Alert::id).toList();
        open(() -> {
            ExceptionDraft draft = investigation.suggestException(ids);
            ExceptionScope scope = others.isEmpty() ? ExceptionScope.RULE : new ExceptionScope(ExceptionScope.Kind.RULES, others);
            ExceptionDraft scoped = new ExceptionDraft(draft.name(), draft.entries(), draft.comment(), draft.expires(), scope);
            return beginning(new EditedException(home.id(), home.name(), scoped, Optional.empty(), others, alerts.size()), investigation.fieldChoices(ids), ids);
        });
    }

    /** Opens the editor with an empty exception of a rule. */
    public void add(Rule rule) {
        ExceptionDraft empty = new ExceptionDraft("", List.of(), "", Optional.empty());
        open(() -> beginning(new EditedException(rule.id(), rule.name(), empty, Optional.empty(), List.of(), 0), investigation.ruleFieldChoices(rule.id()), List.of()));
    }

    private Beginning beginning(EditedException edited, FieldChoices choices, List<String> alerts) throws WorkbenchException {
        return new Beginning(edited, choices, investigation.rules().stream().map(RuleState::rule).toList(), investigation.valueLists(),
                investigation.exceptionWork().sharedLists(), investigation.exceptionWork().parts(edited.ruleId()), alerts);
    }

    /** Opens the editor on an exception of the case. */
    void edit(ExceptionItem item, String ruleName) {
        open(() -> beginning(EditedException.of(item, ruleName), investigation.ruleFieldChoices(item.ruleId()), List.of()));
    }

    private void open(Callable<Beginning> gather) {
        opening.work(gather).onSuccess(begin -> {
            KnownLists lists = new KnownLists(investigation, tasks, dialogs, desktop, notice);
            lists.show(begin.lists());
            EditorGround ground = new EditorGround(begin.choices(), begin.rules(), begin.shared(), begin.parts(), lists, (found, failed) -> propose(begin, found, failed));
            new ExceptionDialog(dialogs, begin.edited(), ground, investigation.analyst(), new PreviewModel(investigation, tasks), desktop, times)
                    .show(answer -> save(begin.edited(), answer));
        }).onFailure(why -> notice.say(Messages.text("except.notOpened", why.message()))).start();
    }

    /** From the alerts that the editor was opened for, else from those of the rule that were closed as false positives. */
    private void propose(Beginning begin, Consumer<ExceptionProposal> found, Consumer<String> failed) {
        ExceptionWork work = investigation.exceptionWork();
        tasks.lane().work(() -> begin.alerts().isEmpty() ? work.propose(begin.edited().ruleId()) : work.propose(begin.alerts())).onSuccess(found)
                .onFailure(why -> failed.accept(why.message())).start();
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
        if (!answer.close().isEmpty()) {
            investigation.restore(answer.close());
        }
    }
}
