package dev.spoor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreferencesFileTest {
    @TempDir Path folder;

    @Test void whatWasChosenIsThereAtTheNextStart() {
        Path file = folder.resolve("deep").resolve("preferences.json");
        PreferencesFile first = new PreferencesFile(file);
        assertTrue(first.firstStart());
        first.change(now -> new Preferences(now.analyst(), Preferences.ThemeChoice.DARK, 150, true, false, List.of(folder), List.of()).withAnalyst(" m.okafor ")
                .opened(folder.resolve("a.spoor"), Instant.EPOCH).opened(folder.resolve("b.spoor"), Instant.EPOCH).opened(folder.resolve("a.spoor"), Instant.EPOCH));
        PreferencesFile next = new PreferencesFile(file);
        assertFalse(next.firstStart());
        assertEquals(first.get(), next.get());
        assertEquals(List.of("a.spoor", "b.spoor"), next.get().recent().stream().map(one -> one.path().getFileName().toString()).toList());
    }

    @Test void aDamagedFileIsSetAsideAndSaid() throws IOException {
        for (String damaged : List.of("{\"zoom\": ", "[1]", "", "\0\0\0")) {
            Path file = Files.writeString(folder.resolve("preferences.json"), damaged);
            PreferencesFile preferences = new PreferencesFile(file);
            assertEquals(Preferences.DEFAULT, preferences.get(), damaged);
            assertTrue(preferences.problem().orElse("").contains("set aside"), damaged);
            assertEquals(damaged, Files.readString(folder.resolve("preferences.json.damaged")));
        }
    }

    @Test void valuesThatMakeNoSenseAreTheDefaults() throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"),
                "{\"theme\":\"pink\",\"zoom\":9000,\"rule_folders\":[\"\\u0000\",7],\"recent\":[{\"path\":\"x\",\"opened\":\"never\"}],\"later\":1}");
        Preferences read = new PreferencesFile(file).get();
        assertEquals(Preferences.ThemeChoice.SYSTEM, read.theme());
        assertEquals(200, read.zoom());
        assertEquals(List.of(), read.recent());
    }

    @Test void aPlaceThatCannotBeWrittenIsSaidAndTheChoiceCounts() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        PreferencesFile preferences = new PreferencesFile(blocked.resolve("preferences.json"));
        preferences.change(now -> now.withAnalyst("k.mori"));
        assertEquals("k.mori", preferences.get().analyst().orElseThrow());
        assertTrue(preferences.problem().isPresent());
    }

    @Test void theFileIsWhereTheEnvironmentSays() {
        assertEquals(Path.of("/d/preferences.json"), PreferencesFile.usual(Map.of("SPOOR_DATA", "/d", "XDG_CONFIG_HOME", "/c"), "/home/x"));
        assertEquals(Path.of("/c/spoor/preferences.json"), PreferencesFile.usual(Map.of("XDG_CONFIG_HOME", "/c"), "/home/x"));
        assertEquals(Path.of("/home/x/.config/spoor/preferences.json"), PreferencesFile.usual(Map.of(), "/home/x"));
    }

    @Test void zoomMakesEverySizeLargerAndNothingElse() {
        assertEquals(".a { -fx-font-size: 19.50px; -fx-padding: 0 12 0 15; -fx-background-color: #101010; }",
                Zoom.scaled(".a { -fx-font-size: 13px; -fx-padding: 0 8 0 10; -fx-background-color: #101010; }", 150));
    }
}
