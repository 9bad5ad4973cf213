package dev.spoor.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@code spoor} without a command does: the window, which shows the sample case at the very first start and the start screen afterwards; without a screen the sample investigation in the terminal. */
final class SampleWindow {
    private SampleWindow() {}

    static int open(Window window, Supplier<Optional<String>> analyst) {
        try {
            window.show(new WindowRequest(Optional.empty(), folder()));
            return ExitStatus.DONE;
        } catch (NoWindowException e) {
            System.err.println(e.getMessage());
            System.err.println("The sample investigation runs here instead: spoor demo");
            return CommandLineApp.run(window, analyst, "demo");
        }
    }

    /** Where the sample case lives between starts: SPOOR_DATA, else the folder for data of the operating system's user. */
    static Path folder() {
        String data = System.getenv("SPOOR_DATA");
        if (data != null && !data.isBlank()) {
            return Path.of(data, "sample");
        }
        String xdg = System.getenv("XDG_DATA_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(xdg);
        return base.resolve("spoor").resolve("sample");
    }
}
