package dev.spoor.ui.app;

import dev.spoor.job.Job;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;

/** Runs the chosen rules over the case, in the background; one run at a time, and none while something else is going on. */
final class RuleRun {
    private final Investigation investigation;
    private final Tasks tasks;
    private final CaseModel model;
    private final ChosenRules rules;
    private final Runnable changed;

    /**
     * @param changed called when there are new alerts
     */
    RuleRun(Investigation investigation, Tasks tasks, CaseModel model, ChosenRules rules, Runnable changed) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.model = model;
        this.rules = rules;
        this.changed = changed;
    }

    /** Begins. */
    void start() {
        if (!model.progressProperty().get().isEmpty()) {
            model.say(Messages.text("run.busy"));
            return;
        }
        Job job = model.begin(Messages.text("run.running"));
        tasks.work(() -> investigation.detect(rules.request().orElseThrow(() -> new WorkbenchException(Messages.text("run.none"))), job))
                .onSuccess(alerts -> model.say(Messages.text("run.done", alerts.size()))).onFailure(why -> model.say(Messages.text("run.failed", why.message()))).andFinally(() -> {
                    model.end();
                    changed.run();
                }).start();
    }
}
