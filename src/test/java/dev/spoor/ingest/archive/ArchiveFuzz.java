package dev.spoor.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Changes bytes of small archives at random, by numbers from which each change can be made again, and walks them. Whatever they hold, walking ends and gives entries and
 * problems.
 */
public final class ArchiveFuzz {
    private static final List<String> RECIPES =
            List.of("zip(a.ndjson, b/long.ndjson, c.txt)", "zipcrypto(a.ndjson, b.ndjson)", "aes(a.ndjson, b.ndjson)", "7z(a.ndjson, long.ndjson)",
                    "7zpassword(a.ndjson)", "tar(a.ndjson, b.link, c.ndjson)", "gz(tar(a.ndjson))", "bz2(long.ndjson)", "xz(long.ndjson)", "zst(long.ndjson)", "gz(a.ndjson)");
    private static final ArchiveLimits LIMITS = ArchiveLimits.DEFAULT.withBytes(16L << 20).withEntries(1_000);
    private static final long SLOW_NANOS = 5_000_000_000L;
    private final Path folder;
    private final List<byte[]> seeds = RECIPES.stream().map(Recipe::make).toList();

    ArchiveFuzz(Path folder) {
        this.folder = folder;
    }

    /** The arguments are the first number and how many; 0 and 100,000 if missing. */
    public static void main(String[] arguments) throws IOException {
        long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : 0;
        long count = arguments.length > 1 ? Long.parseLong(arguments[1]) : 100_000;
        Path folder = Files.createTempDirectory("spoor-fuzz");
        ArchiveFuzz fuzz = new ArchiveFuzz(folder);
        for (long number = first; number < first + count; number++) {
            Optional<String> problem = fuzz.run(number);
            problem.ifPresent(System.out::println);
        }
        Files.delete(folder.resolve("archive"));
        Files.delete(folder);
        System.out.println(count + " archives walked");
    }

    /** Walks the archive of a number; empty if all went as it should. */
    Optional<String> run(long number) throws IOException {
        byte[] bytes = changed(new Random(number), seeds.get((int) (number % seeds.size())).clone());
        long start = System.nanoTime();
        try {
            Walk walk = Walk.of(folder, bytes, LIMITS, PasswordSource.of(Recipe.PASSWORD));
            boolean over = walk.bytes() > LIMITS.bytes() + (1 << 20) || walk.entries().size() > LIMITS.entries();
            return over || System.nanoTime() - start > SLOW_NANOS ? Optional.of(number + ": " + walk.bytes() + " bytes, " + walk.entries().size() + " entries, "
                    + (System.nanoTime() - start) / 1_000_000 + " ms") : Optional.empty();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return Optional.of(number + ": " + e + " at " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 6)));
        }
    }

    private static byte[] changed(Random random, byte[] bytes) {
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextBoolean() ? random.nextInt(bytes.length) : random.nextBoolean() ? random.nextInt(Math.min(80, bytes.length))
                    : bytes.length - 1 - random.nextInt(Math.min(160, bytes.length));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) 0xFF;
                case 2 -> bytes[at] = 0;
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)) : bytes;
    }
}
