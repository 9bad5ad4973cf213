package dev.spoor.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the rules that come with Spoor are. */
final class ShippedRules {
    private ShippedRules() {}

    /**
     * The folder {@code rules} of the installation.
     *
     * @throws WorkbenchException if it is not there
     */
    static List<Path> folder() throws WorkbenchException {
        String home = System.getProperty("spoor.home", "");
        Path folder = home.isEmpty() ? Path.of("rules") : Path.of(home, "rules");
        if (!Files.isDirectory(folder)) {
            throw new WorkbenchException("The shipped rules are not at " + folder.toAbsolutePath() + ". Start Spoor with bin/spoor, or name rules with --rules.");
        }
        return List.of(folder);
    }
}
