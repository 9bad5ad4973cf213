package dev.spoor.ingest.archive;

import dev.spoor.ingest.IngestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that an archive gives, in words.
 *
 * @param entries  {@code name: bytes}, with {@code !} where unpacking failed
 * @param problems what the reader told, and why unpacking failed
 * @param bytes    unpacked in all
 */
record Walk(List<String> entries, List<String> problems, long bytes) {
    /** Walks the bytes of an archive; a refusal is a problem. */
    static Walk of(Path folder, byte[] archive, ArchiveLimits limits, PasswordSource passwords) throws IOException {
        Path file = Files.write(folder.resolve("archive"), archive);
        List<String> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        long[] bytes = new long[1];
        Optional<ContainerFormat> format = ContainerFormat.of(archive);
        ArchiveBudget budget = new ArchiveBudget(limits);
        if (format.isPresent()) {
            try (ArchiveReader reader = Archives.open(file, format.get(), "archive", budget, passwords)) {
                for (Optional<ArchiveItem> item = reader.next(); item.isPresent(); item = budget.spent() ? Optional.empty() : reader.next()) {
                    switch (item.get()) {
                        case ArchiveProblem problem -> problems.add(problem.text());
                        case ArchiveEntry entry -> entries.add(read(entry, problems, bytes));
                    }
                }
            } catch (IngestException e) {
                problems.add(e.getMessage());
            }
        }
        return new Walk(entries, problems, bytes[0]);
    }

    private static String read(ArchiveEntry entry, List<String> problems, long[] bytes) {
        byte[] buffer = new byte[8_192];
        long size = 0;
        try {
            for (int count = entry.content().read(buffer); count >= 0; count = entry.content().read(buffer)) {
                size += count;
                bytes[0] += count;
            }
        } catch (IOException e) {
            problems.add(entry.name() + ": " + e.getMessage());
            return entry.name() + ": " + size + "!";
        }
        return entry.name() + ": " + size;
    }

    /** Whether a problem holds these words. */
    boolean told(String words) {
        return problems.stream().anyMatch(problem -> problem.contains(words));
    }
}
