package dev.spoor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code spoor open}: the window on a case. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Opens the window on a case.")
final class OpenCommand implements Callable<Integer> {
    private final Window window;
    @Mixin private CommonOptions common;
    @Parameters(paramLabel = "CASE", description = "The case file.") private Path caseFile;

    OpenCommand(Window window) {
        this.window = window;
    }

    @Override public Integer call() {
        if (!Files.exists(caseFile)) {
            throw CommandFailure.nothingDone("There is no case " + caseFile + ". Load log files into it to begin it: spoor load " + caseFile + " PATH...", null);
        }
        try {
            window.show(new WindowRequest(Optional.of(caseFile), SampleWindow.folder()));
            return ExitStatus.DONE;
        } catch (NoWindowException e) {
            throw CommandFailure.nothingDone(e.getMessage(), e);
        }
    }
}
