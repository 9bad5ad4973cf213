package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs commands in this program and tells what they printed. */
final class Spoor {
    private Spoor() {}

    /** What a command did. */
    record Outcome(int status, String out, String err) {
        /** Expects an exit status and a part of what went to standard error, told plainly. */
        void says(int expectedStatus, String part) {
            assertAll(() -> assertEquals(expectedStatus, status, err), () -> assertTrue(err.contains(part), err),
                    () -> assertFalse(err.contains("Exception") || err.contains("\tat "), err));
        }

        /** Standard output as JSON lines. */
        List<JsonNode> json() throws JsonProcessingException {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : out.split("\n")) {
                if (!line.isEmpty()) {
                    lines.add(new ObjectMapper().readTree(line));
                }
            }
            return lines;
        }
    }

    static Outcome run(Object... arguments) {
        return runAs(Optional.empty(), arguments);
    }

    /** Runs a command of somebody who gave a name in the window. */
    static Outcome runAs(Optional<String> analyst, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            Window none = _ -> {
                throw new NoWindowException("no screen", null);
            };
            int status = CommandLineApp.run(none, () -> analyst, Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
            return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }
}
