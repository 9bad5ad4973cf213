package dev.spoor.wrapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.event.FieldTable;
import dev.spoor.ingest.IngestException;
import dev.spoor.normalize.Normalizer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Breaks the samples in ways that a seed decides and reads what is left: bytes changed, cut out, doubled, pieces of one sample put into another.
 * {@code TextFuzz [seconds [seed]]} goes on for a while and prints what failed.
 */
public final class TextFuzz {
    private static final String MARKS = "{}[]\":,\\<>&;'/!-=?\n\t \u0000\u00ff0123456789eE+.";
    private static final int MOST_RESULTS = 5_000;
    private final Random random;
    private final List<byte[]> samples;

    TextFuzz(long seed) throws Exception {
        random = new Random(seed);
        samples = samples();
    }

    public static void main(String[] arguments) throws Exception {
        long end = System.nanoTime() + Long.parseLong(arguments.length > 0 ? arguments[0] : "60") * 1_000_000_000L;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("fuzz");
        long rounds = 0;
        for (; System.nanoTime() < end; seed++, rounds += 1_000) {
            for (String failure : new TextFuzz(seed).run(folder, 1_000)) {
                System.out.println("seed " + seed + ": " + failure);
            }
        }
        System.out.println(rounds + " files read");
    }

    /** Reads so many broken files; returns what failed and how. */
    List<String> run(Path folder, int rounds) throws Exception {
        List<String> failures = new ArrayList<>();
        Path file = folder.resolve("fuzz");
        FieldTable fields = new FieldTable();
        Normalizer normalizer = new Normalizer(fields);
        for (int round = 0; round < rounds && failures.size() < 10; round++) {
            Files.write(file, broken());
            try {
                List<EventView> events = EventView.all(file, normalizer, fields);
                if (events.size() > MOST_RESULTS) {
                    failures.add("round " + round + ": " + events.size() + " results");
                }
            } catch (IngestException e) {
                continue; // a file that is of no format any more
            } catch (RuntimeException e) {
                failures.add("round " + round + ": " + e + " at " + Arrays.stream(e.getStackTrace()).limit(4).toList());
            }
        }
        return failures;
    }

    private byte[] broken() {
        byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes = bytes.length == 0 ? bytes : changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        return switch (random.nextInt(5)) {
            case 0 -> {
                bytes[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                yield bytes;
            }
            case 1 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 2 -> joined(bytes, at, new byte[0], at + length);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            default -> {
                byte[] other = samples.get(random.nextInt(samples.size()));
                int from = random.nextInt(other.length);
                yield joined(bytes, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + length)), at);
            }
        };
    }

    private static byte[] joined(byte[] bytes, int head, byte[] between, int tail) {
        byte[] all = new byte[head + between.length + bytes.length - tail];
        System.arraycopy(bytes, 0, all, 0, head);
        System.arraycopy(between, 0, all, head, between.length);
        System.arraycopy(bytes, tail, all, head + between.length, bytes.length - tail);
        return all;
    }

    private static List<byte[]> samples() throws Exception {
        List<byte[]> all = new ArrayList<>();
        for (String format : Sample.FORMATS) {
            try (InputStream in = Objects.requireNonNull(TextFuzz.class.getResourceAsStream("/samples/" + format + ".json"))) {
                new ObjectMapper().readTree(in).forEach(node -> all.add(new Sample(node).file()));
            }
        }
        all.add("{}".getBytes(StandardCharsets.UTF_8));
        return all;
    }
}
