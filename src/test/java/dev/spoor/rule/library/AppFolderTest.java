package dev.spoor.rule.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.splunk.SplunkPack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros and tables of a Splunk app's configuration files. */
class AppFolderTest {
    @TempDir Path app;

    @BeforeEach void write() throws Exception {
        for (String folder : List.of("default", "local", "lookups")) {
            Files.createDirectory(app.resolve(folder));
        }
        Files.writeString(app.resolve("default/macros.conf"), """
                [lamps(2)]
                args = room, hall
                definition = (room="$room$" \\
                 hall="$hall$")
                [quiet]
                definition = search *
                [counted]
                definition = "a" . "b"
                iseval = 1
                """);
        Files.writeString(app.resolve("local/macros.conf"), "[quiet]\ndefinition = search NOT user=guard\n");
        Files.writeString(app.resolve("default/transforms.conf"), """
                [guards]
                filename = guards.csv
                case_sensitive_match = false
                match_type = WILDCARD(user)
                [a_field]
                REGEX = a=(.)
                """);
        Files.writeString(app.resolve("lookups/guards.csv"), "user,shift\nguard*,night\n");
        Files.writeString(app.resolve("default/savedsearches.conf"), "[x]\nalert.track = 1\nsearch = index=a | lookup guards user\n");
    }

    @Test void anAppsMacrosAreFoundFromItsFilesAndItsFolderAndLocalOnesWin() {
        for (Path given : List.of(app, app.resolve("default"), app.resolve("default/savedsearches.conf"))) {
            SplunkPack pack = SplunkPack.around(given, ReadingLimits.DEFAULT);
            assertEquals(Map.of("lamps(2)", "(room=\"$1$\" \n hall=\"$2$\")", "quiet", "search NOT user=guard"), pack.macros());
            assertEquals(List.of("the macro counted is computed (iseval), which Spoor does not do; searches that call it do not run"), pack.problems());
        }
    }

    @Test void anAppsTablesAreFound() {
        SplunkPack pack = SplunkPack.around(app, ReadingLimits.DEFAULT);
        var tables = pack.tablesOf("index=a | lookup guards user");
        assertEquals(List.of("guards"), List.copyOf(tables.keySet()));
        assertEquals(List.of("user", "shift"), tables.get("guards").columns());
        assertEquals("[user]", tables.get("guards").definition().agreements().keySet().toString());
    }
}
