package dev.spoor.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Reads spec files: one case a line, {@code input => outcome}; lines that begin with # and empty lines are for people. {@code ⏎} stands for a line end. */
public final class SpecFile {
    private SpecFile() {}

    /**
     * A case.
     *
     * @param line 1-based line in the file
     */
    public record Case(String file, int line, String input, String outcome) {
        @Override public String toString() {
            return file + ":" + line + " " + input;
        }
    }

    /** The cases of a file below {@code /query}. */
    public static List<Case> cases(String file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(" => ") && !lines.get(i).startsWith("#"))
                .mapToObj(i -> of(file, i + 1, lines.get(i))).toList();
    }

    /** All lines of a file below {@code /query}. */
    public static List<String> lines(String file) {
        try (InputStream in = SpecFile.class.getResourceAsStream("/query/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(String file, int number, String line) {
        int arrow = line.lastIndexOf(" => ");
        return new Case(file, number, line.substring(0, arrow).replace('⏎', '\n'), line.substring(arrow + 4).trim());
    }
}
