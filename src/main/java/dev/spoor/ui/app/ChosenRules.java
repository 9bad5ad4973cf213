package dev.spoor.ui.app;

import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Preferences;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.workbench.DetectRequest;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that the user prefers to run. */
final class ChosenRules {
    private final PreferencesFile preferences;
    private final Cases cases;

    ChosenRules(PreferencesFile preferences, Cases cases) {
        this.preferences = preferences;
        this.cases = cases;
    }

    /**
     * What to run; empty if no rules are chosen.
     *
     * @throws WorkbenchException if a folder is not there
     */
    Optional<DetectRequest> request() throws WorkbenchException {
        Preferences now = preferences.get();
        List<Path> rules = new ArrayList<>(now.shippedRules() ? cases.shippedRules() : List.of());
        for (Path folder : now.ruleFolders()) {
            if (!Files.isDirectory(folder)) {
                throw new WorkbenchException(Messages.text("run.folderMissing", folder));
            }
            rules.add(folder);
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(new DetectRequest(rules, List.of(), Optional.empty()));
    }
}
