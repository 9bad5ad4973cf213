package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.archive.Recipe;
import dev.spoor.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the register says of archives: {@code ingest/archive/containers.txt}. */
class ContainersTest {
    @TempDir Path folder;

    record Line(String format, String entry, String records, String problem) {
        static Line of(String text) {
            String[] parts = text.split("\\|", -1);
            return new Line(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
        }
    }

    record Case(String name, String file, String recipe, Optional<String> password, List<Line> lines) {
        @Override public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = ContainersTest.class.getResourceAsStream("/ingest/archive/containers.txt")) {
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n== ")).skip(1).map(ContainersTest::parse);
        }
    }

    private static Case parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Optional<String> password = lines.stream().filter(line -> line.startsWith("password ")).map(line -> line.substring(9)).findFirst();
        String[] recipe = lines.get(1).split("=", 2);
        return new Case(lines.getFirst(), recipe[0], recipe[1], password, lines.stream().skip(2).filter(line -> line.contains("|")).map(Line::of).toList());
    }

    @ParameterizedTest @MethodSource("cases")
    void theRegisterHasALineForTheContainerAndForEachEntry(Case wanted) throws Exception {
        byte[] bytes = Recipe.make(wanted.recipe);
        Path file = Files.write(folder.resolve(wanted.file), bytes);
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("a.spoor"))) {
            PasswordSource passwords = wanted.password.map(PasswordSource::of).orElse(PasswordSource.NONE);
            investigation.load(new LoadRequest(List.of(file), LoadOptions.DEFAULT, Optional.empty(), passwords), LoadObserver.SILENT, Job.SILENT);
            List<SourceSummary> sources = investigation.sources();
            assertEquals(wanted.lines.stream().map(Line::entry).toList(), sources.stream().map(SourceSummary::entry).toList(), sources.toString());
            assertEquals(HexFormat.of().formatHex(sha256(bytes)), sources.getFirst().sha256());
            long records = 0;
            for (int i = 0; i < sources.size(); i++) {
                check(wanted.lines.get(i), sources.get(i), file);
                records += sources.get(i).records();
            }
            assertEquals(records, investigation.summary().events());
        }
        assertEquals(List.of(), left());
    }

    private static void check(Line line, SourceSummary source, Path file) throws NoSuchAlgorithmException {
        assertEquals(file.toString(), source.path());
        assertEquals(line.format, source.format(), source.toString());
        assertTrue(line.records.equals("?") ? source.records() > 0 : line.records.equals(String.valueOf(source.records())), source.toString());
        boolean duplicate = line.problem.equals("duplicate");
        assertEquals(duplicate, source.duplicateOf().isPresent(), source.toString());
        assertTrue(duplicate || (line.problem.isEmpty() ? source.problems().isEmpty() : source.problems().stream().anyMatch(problem -> problem.contains(line.problem))),
                source.toString());
        assertEquals(source.problems().isEmpty(), source.damaged() == 0, source.toString());
        String leaf = line.entry.substring(line.entry.lastIndexOf("!/") + 1).replaceFirst("^/", "");
        if (line.format.equals("json") && line.records.equals("2") && file.toString().contains("logs.zip")) {
            assertEquals(HexFormat.of().formatHex(sha256(Recipe.file(leaf))), source.sha256());
            assertEquals(Recipe.file(leaf).length, source.size());
        }
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    /** Temporary files of this program. */
    private static List<Path> left() throws IOException {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            files.filter(file -> file.getFileName().toString().startsWith("spoor-unpacked-" + ProcessHandle.current().pid() + "-")).forEach(left::add);
        }
        return left;
    }
}
