package dev.spoor.cli;

import dev.spoor.job.Job;
import dev.spoor.workbench.SampleCase;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads the logs of the sample case some times, runs rules over them and reads rules. The build runs it once, so that Java can keep what commands need in a file beside the program
 * ({@code -XX:AOTCacheOutput}); it always ends well, for the program starts without that file too, only slower.
 */
public final class CommandTraining {
    private static final int LOADS = 5;
    private static final int READINGS = 40;

    private CommandTraining() {}

    /** @param arguments files and folders of rules to read; may be missing */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("spoor-training-");
        PrintStream out = System.out;
        try {
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            new SampleCase(new Workbench()).prepare(folder, Job.SILENT);
            List<String> rules = Arrays.stream(arguments).filter(path -> Files.exists(Path.of(path))).toList();
            work(folder, rules);
        } catch (WorkbenchException e) {
            out.println("Not trained: " + e.getMessage());
        } finally {
            System.setOut(out);
            delete(folder);
        }
        System.exit(0);
    }

    private static void work(Path folder, List<String> rules) {
        for (int round = 0; round < LOADS; round++) {
            String file = folder.resolve(round + ".spoor").toString();
            run("load", file, folder.resolve("logs").toString(), "--detect", "--quiet", "--format", "jsonl");
            run(with(List.of("detect", file, "--quiet", "--format", "jsonl", "--rules"), rules));
            run("alerts", file, "--quiet", "--format", "jsonl");
        }
        for (int round = 0; round < READINGS; round++) {
            run(with(List.of("rules", "check", "--quiet", "--format", "jsonl"), rules));
        }
    }

    private static String[] with(List<String> command, List<String> rules) {
        List<String> all = new ArrayList<>(command);
        all.addAll(rules);
        return all.toArray(String[]::new);
    }

    private static void run(String... command) {
        CommandLineApp.run(_ -> {}, Optional::empty, command);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            System.out.println("Left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
