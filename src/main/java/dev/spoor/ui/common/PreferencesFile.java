package dev.spoor.ui.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The preferences and the small JSON file they live in. Changes are written at once, whole: another file first, then renamed. A damaged file is set aside and the
 * defaults count; a file that cannot be written is told and the choice counts until the end of the program. Thread-safe.
 */
public final class PreferencesFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_BYTES = 1 << 20;
    private final Path file;
    private final boolean firstStart;
    private Preferences current = Preferences.DEFAULT;
    private Optional<String> problem = Optional.empty();

    /** Reads the preferences of a file; a missing one is the first start. */
    public PreferencesFile(Path file) {
        this.file = file;
        this.firstStart = !Files.exists(file);
        if (!firstStart) {
            read();
        }
    }

    /** Where the preferences are: below SPOOR_DATA, else where the operating system's user keeps configuration. */
    public static Path usual(Map<String, String> environment, String home) {
        String data = environment.getOrDefault("SPOOR_DATA", "");
        if (!data.isBlank()) {
            return Path.of(data, "preferences.json");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = config.isBlank() ? Path.of(home, ".config") : Path.of(config);
        return base.resolve("spoor").resolve("preferences.json");
    }

    /** Whether there was no file. */
    public boolean firstStart() {
        return firstStart;
    }

    public synchronized Preferences get() {
        return current;
    }

    /** What went wrong with the file last, in words; empty if nothing did. */
    public synchronized Optional<String> problem() {
        return problem;
    }

    /** Changes the preferences and writes them. */
    public synchronized void change(UnaryOperator<Preferences> change) {
        current = change.apply(current);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.write(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(PreferencesJson.write(current)));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            problem = Optional.of(Messages.text("preferences.notWritten", SafeText.line(file.toString(), 300), SafeText.line(String.valueOf(e.getMessage()), 300)));
        }
    }

    private void read() {
        try {
            if (Files.size(file) > MAX_BYTES) {
                setAside();
                return;
            }
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            if (tree.isObject()) {
                current = PreferencesJson.read(tree);
            } else {
                setAside();
            }
        } catch (JsonProcessingException e) {
            setAside();
        } catch (IOException e) {
            problem = Optional.of(Messages.text("preferences.notRead", SafeText.line(file.toString(), 300), SafeText.line(String.valueOf(e.getMessage()), 300)));
        }
    }

    private void setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            problem = Optional.of(Messages.text("preferences.damaged", SafeText.line(aside.toString(), 300)));
        } catch (IOException e) {
            problem = Optional.of(Messages.text("preferences.notRead", SafeText.line(file.toString(), 300), SafeText.line(String.valueOf(e.getMessage()), 300)));
        }
    }
}
