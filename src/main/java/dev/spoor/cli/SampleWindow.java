package dev.spoor.cli;

import dev.spoor.job.Job;
import dev.spoor.workbench.SampleCase;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Path;

/** What {@code spoor} without a command does: the window on the sample case; without a screen the same investigation in the terminal. */
final class SampleWindow {
    private SampleWindow() {}

    static int open(Window window) {
        try {
            window.show(new SampleCase(new Workbench()).prepare(folder(), Job.SILENT));
            return ExitStatus.DONE;
        } catch (WorkbenchException e) {
            System.err.println("spoor: " + e.getMessage());
            return ExitStatus.NOTHING_DONE;
        } catch (NoWindowException e) {
            System.err.println(e.getMessage());
            System.err.println("The sample investigation runs here instead: spoor demo");
            return CommandLineApp.run(window, "demo");
        }
    }

    /** Where the sample case lives between starts: SPOOR_DATA, else the folder for data of the operating system's user. */
    private static Path folder() {
        String data = System.getenv("SPOOR_DATA");
        if (data != null && !data.isBlank()) {
            return Path.of(data, "sample");
        }
        String xdg = System.getenv("XDG_DATA_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(xdg);
        return base.resolve("spoor").resolve("sample");
    }
}
