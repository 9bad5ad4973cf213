package dev.spoor.ui.app;

import dev.spoor.job.Job;
import dev.spoor.report.ReportOptions;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.report.ReportWork;
import dev.spoor.workbench.Investigation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Writes the report into a file of the user's choice, in the background, one at a time; shows previews in the browser. */
final class ReportExport implements ReportWork {
    private final Investigation investigation;
    private final Tasks tasks;
    private final CaseModel model;
    private final Desktop desktop;
    private final Function<String, Optional<Path>> choose;
    private boolean running;

    /**
     * The export of a case.
     *
     * @param choose asks for a file, given a name to begin with
     */
    ReportExport(Investigation investigation, Tasks tasks, CaseModel model, Desktop desktop, Function<String, Optional<Path>> choose) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.model = model;
        this.desktop = desktop;
        this.choose = choose;
    }

    @Override public Optional<Path> choose(String suffix) {
        String name = Formats.fileName(investigation.path().toString());
        return choose.apply((name.endsWith(".spoor") ? name.substring(0, name.length() - 6) : name) + "-report" + suffix);
    }

    @Override public void preview(ReportOptions options) {
        tasks.work(() -> {
            Path page = Files.createTempFile("spoor-preview-", ".html");
            page.toFile().deleteOnExit();
            investigation.previewReport(page, options);
            return page;
        }).onSuccess(page -> {
            desktop.open(page.toUri());
            model.say(Messages.text("report.previewed"));
        }).onFailure(why -> model.say(Messages.text("report.failed", why.message()))).start();
    }

    @Override public void write(Path file, ReportOptions options) {
        if (running) {
            model.say(Messages.text("report.running"));
            return;
        }
        running = true;
        Job job = model.begin(Messages.text("report.writing"));
        tasks.work(() -> {
            investigation.report(file, options, job);
            return file;
        }).onSuccess(done -> model.say(Messages.text("report.done", SafeText.line(done.toString(), 300))))
                .onFailure(why -> model.say(Messages.text("report.failed", why.message()))).andFinally(() -> {
                    running = false;
                    model.end();
                }).start();
    }
}
