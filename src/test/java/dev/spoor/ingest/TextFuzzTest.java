package dev.spoor.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.ingest.csv.CsvLimits;
import dev.spoor.ingest.csv.CsvReader;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.ingest.text.EventTextReader;
import dev.spoor.normalize.Normalizer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages the samples of every export at places told by a seed: whatever a file holds, reading ends, goes forward and throws nothing. */
class TextFuzzTest {
    private static final int ROUNDS = Integer.getInteger("spoor.fuzz.rounds", 12);
    private static final byte[] MARKS = {'"', ',', ';', '\t', '\n', '\r', 0, (byte) 0xFF, (byte) 0xFE, (byte) 0xC3, '\'', '<', '>', '{', '$', '=', ':', '9'};
    @TempDir Path folder;
    private final Normalizer normalizer = new Normalizer(new FieldTable());

    @Test void damagedExportsAreReadToTheirEnd() throws Exception {
        Path samples = Path.of(Objects.requireNonNull(TextFuzzTest.class.getResource("/exports")).toURI());
        try (Stream<Path> files = Files.list(samples)) {
            for (Path sample : files.filter(file -> !file.toString().endsWith(".expected")).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(sample);
                for (int round = 0; round < ROUNDS; round++) {
                    SplittableRandom random = new SplittableRandom(31L * round + sample.getFileName().toString().hashCode());
                    check(Files.write(folder.resolve("fuzzed"), damaged(bytes, random)));
                }
            }
        }
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        byte[] changed = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes.clone();
        for (int i = random.nextInt(12); i > 0 && changed.length > 0; i--) {
            int at = random.nextInt(changed.length);
            if (random.nextInt(3) == 0) {
                int length = Math.min(random.nextInt(200), changed.length - at);
                System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), changed, at, length);
            } else {
                changed[at] = MARKS[random.nextInt(MARKS.length)];
            }
        }
        return changed;
    }

    private void check(Path file) throws Exception {
        CsvLimits limits = new CsvLimits(2_000, 50, 5);
        for (LogReader reader : List.of(CsvReaderOrNone.open(file, limits), EventTextReader.open(file, 2_000), found(file))) {
            long results = 0;
            try (reader) {
                long last = -1;
                for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                    results++;
                    if (next.get() instanceof RawRecord record) {
                        normalizer.normalize(record, new Origin(1, "", record.record(), record.offset()));
                        assertTrue(record.offset() > last || !(record instanceof DocumentRecord), "forward");
                        last = record.offset();
                    }
                }
            }
            assertTrue(results <= Files.size(file) + 1);
        }
    }

    private static LogReader found(Path file) throws Exception {
        try {
            return LogFiles.open(file, OpenOptions.DEFAULT).reader();
        } catch (IngestException e) {
            return EventTextReader.open(file, 500);
        }
    }

    /** A table, or text where the first row is beyond the limits. */
    private static final class CsvReaderOrNone {
        static LogReader open(Path file, CsvLimits limits) throws Exception {
            try {
                return CsvReader.open(file, ',', limits);
            } catch (IngestException e) {
                assertTrue(e.getMessage().contains("is no table"), e.getMessage());
                return EventTextReader.open(file, 500);
            }
        }
    }
}
