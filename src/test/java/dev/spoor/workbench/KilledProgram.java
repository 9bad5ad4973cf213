package dev.spoor.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts {@link WorkUntilKilled}, kills it, and tells what it had said. */
final class KilledProgram {
    private static final long PATIENCE_MILLIS = 30_000;
    private final Path said;
    private final Path errors;
    private final List<String> command;

    KilledProgram(Path caseFile, Path logs, Path rules, Path temporary, String name) {
        this.said = caseFile.resolveSibling(name + ".out");
        this.errors = caseFile.resolveSibling(name + ".err");
        this.command = List.of(ProcessHandle.current().info().command().orElse("java"), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx512m", "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), WorkUntilKilled.class.getName(), caseFile.toString(),
                logs.toString(),
                rules.toString(), name);
    }

    /**
     * Runs the program and kills it.
     *
     * @param phase the kill comes after the program said that it begins this phase
     * @param delay milliseconds after that
     * @return the complete lines that it said
     */
    List<String> run(String phase, long delay) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(errors.toFile()).start();
        try {
            child.getOutputStream().close();
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            while (child.isAlive() && System.nanoTime() < until && !lines().contains("phase " + phase)) {
                Thread.sleep(5);
            }
            child.waitFor(delay, TimeUnit.MILLISECONDS);
            if (!child.isAlive()) {
                throw new IllegalStateException("The program ended by itself: " + Files.readString(errors));
            }
        } finally {
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        return lines();
    }

    private List<String> lines() throws IOException {
        String text = Files.readString(said, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
