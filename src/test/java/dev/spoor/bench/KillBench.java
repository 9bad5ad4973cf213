package dev.spoor.bench;

import dev.spoor.workbench.KillRounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Kills programs at random moments of loading, detecting and deciding, and stops at the first case that has lost or doubled something. */
public final class KillBench {
    private KillBench() {}

    /** The arguments are the number of kills, 50 if missing, and the seed, else the time. */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("spoor-kill");
        long start = System.nanoTime();
        System.out.println("seed " + seed);
        try {
            KillRounds rounds = new KillRounds(folder, 60_000, seed);
            rounds.kill(kills);
            System.out.printf(Locale.ROOT, "%d kills in %.0f s: %s%n", kills, (System.nanoTime() - start) / 1e9, rounds);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
