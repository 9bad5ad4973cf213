package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.ingest.archive.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code records} prints, line by line: {@code cli/records.txt} holds a file or an archive, and behind {@code =>} what is printed of it. */
class RecordsTest {
    @TempDir Path folder;

    record Sample(String name, String arguments, String content, List<String> lines) {
        @Override public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() throws IOException {
        String text = new String(RecordsTest.class.getResourceAsStream("/cli/records.txt").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        List<Sample> samples = new ArrayList<>();
        for (String block : text.split("(?m)^### ")) {
            if (!block.startsWith("#") && !block.isBlank()) {
                List<String> lines = block.lines().toList();
                int arrow = lines.indexOf("=>");
                samples.add(new Sample(lines.get(0), lines.get(1), String.join("\n", lines.subList(2, arrow)),
                        lines.subList(arrow + 1, lines.size()).stream().filter(line -> !line.isBlank()).toList()));
            }
        }
        return samples.stream();
    }

    @ParameterizedTest @MethodSource("samples")
    void recordsArePrintedAsTheyAreInTheFile(Sample sample) throws IOException {
        boolean archive = sample.content.matches("[a-z0-9]+\\(.*\\)");
        Path file = Files.write(folder.resolve("log"), archive ? Recipe.make(sample.content) : (sample.content + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List<Object> arguments = new ArrayList<>(List.of("records", file, "--format", "jsonl", "--quiet"));
        Stream.of(sample.arguments.split(" ")).filter(word -> word.startsWith("-") || !word.equals("none")).forEach(arguments::add);
        Spoor.Outcome outcome = Spoor.run(arguments.toArray());
        assertEquals(0, outcome.status(), outcome.err());
        List<String> shown = new ArrayList<>();
        for (JsonNode line : outcome.json()) {
            boolean windows = line.has("event_data") && line.has("event_id") && line.has("channel");
            String text = windows ? "Windows records of " + line.path("entry").asText() : line.toString();
            if (!windows || !shown.contains(text)) {
                shown.add(text.replaceFirst("; formats: [^\"]*", ""));
            }
        }
        assertEquals(String.join("\n", sample.lines), String.join("\n", shown));
    }

    @Test void nothingButWordsIsNotDone() throws IOException {
        Spoor.Outcome outcome = Spoor.run("records", Files.writeString(folder.resolve("minutes.txt"), "Minutes of a meeting\n"));
        assertEquals(3, outcome.status());
        assertTrue(outcome.err().contains("formats: evtx"), outcome.err());
    }
}
