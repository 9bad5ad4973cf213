package dev.spoor.ui.app;

import dev.spoor.job.Job;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.Investigation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Writes the report into a file of the user's choice, in the background. */
final class ReportExport {
    private final Investigation investigation;
    private final Tasks tasks;
    private final CaseModel model;
    private final Function<String, Optional<Path>> choose;
    private boolean running;

    ReportExport(Investigation investigation, Tasks tasks, CaseModel model, Function<String, Optional<Path>> choose) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.model = model;
        this.choose = choose;
    }

    /** Asks for the file and begins. One report at a time. */
    void start() {
        if (running) {
            model.say(Messages.text("report.running"));
            return;
        }
        choose.apply(suggestion()).ifPresent(this::write);
    }

    private String suggestion() {
        String name = Formats.fileName(investigation.path().toString());
        return (name.endsWith(".spoor") ? name.substring(0, name.length() - 6) : name) + "-report.html";
    }

    private void write(Path file) {
        running = true;
        Job job = model.begin(Messages.text("report.writing"));
        tasks.work(() -> {
            investigation.report(file, job);
            return file;
        }).onSuccess(done -> model.say(Messages.text("report.done", SafeText.line(done.toString(), 300))))
                .onFailure(why -> model.say(Messages.text("report.failed", why.message()))).andFinally(() -> {
                    running = false;
                    model.end();
                }).start();
    }
}
