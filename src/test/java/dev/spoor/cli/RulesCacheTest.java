package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCacheTest {
    @TempDir Path folder;

    @Test void rulesAreToldTheSameWithoutTheCache() throws Exception {
        for (String[] command : new String[][] {{"rules", "check", "rules"}, {"rules", "list", "--rules", "rules"}}) {
            String[] plain = Arrays.copyOf(command, command.length + 1);
            plain[command.length] = "--no-cache";
            Spoor.Outcome with = Spoor.run((Object[]) command);
            Spoor.Outcome without = Spoor.run((Object[]) plain);
            assertEquals(0, without.status(), without.err());
            assertTrue(without.json().size() > 5);
            assertEquals(with.out(), without.out());
        }
    }

    @Test void commandsThatReadRulesCanDoWithoutTheCache() {
        Path file = folder.resolve("a.spoor");
        assertNotEquals(ExitStatus.USAGE, Spoor.run("load", file, "rules", "--detect", "--rules", "rules", "--no-cache", "--quiet").status());
        assertEquals(ExitStatus.USAGE, Spoor.run("alerts", file, "--no-cache").status(), "a command that reads no rules does not have it");
    }
}
