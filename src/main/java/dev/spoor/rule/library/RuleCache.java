package dev.spoor.rule.library;

import dev.spoor.query.parse.KeptQueries;
import dev.spoor.rule.kept.DamagedFileException;
import dev.spoor.rule.kept.KeptRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Spares reading rules again that were read before: a folder with a file for each folder of rules, written anew where rules changed. Any of it may be deleted at any time; what is damaged or of another
 * program is passed over and written anew. Thread-safe.
 */
public final class RuleCache {
    private static final String SUFFIX = ".rules";
    private static final int MOST_FILES = 32;
    private static final long MOST_BYTES = 64L << 20;
    /** What is made of a file may take some tens of times its bytes. */
    private static final int SHARE_OF_MEMORY = 32;
    private final Optional<Path> folder;
    private final String program;
    private final Consumer<String> told;
    private final KeptQueries queries = new KeptQueries();
    private final Map<Path, KeptRules> open = new LinkedHashMap<>();

    private RuleCache(Optional<Path> folder, String program, Consumer<String> told) {
        this.folder = folder;
        this.program = program;
        this.told = told;
    }

    /** Keeps nothing. */
    public static RuleCache none() {
        return new RuleCache(Optional.empty(), "", _ -> {});
    }

    /**
     * In a folder.
     *
     * @param folder  made when something is written
     * @param program names the program's version; what another one wrote does not count
     * @param told    gets a sentence when a file is damaged or cannot be written
     */
    public static RuleCache in(Path folder, String program, Consumer<String> told) {
        return new RuleCache(Optional.of(folder), program, told);
    }

    /** Where the user's caches are; none where the program does not run from its archive, because then it changes unseen. */
    public static RuleCache usual(Consumer<String> told) {
        Path folder = CachePlace.of(System.getenv(), System.getProperty("user.home", ""), System.getProperty("os.name", ""));
        return ProgramMark.find().map(mark -> in(folder, mark, told)).orElseGet(RuleCache::none);
    }

    /** The compiled queries that are kept with the rules. */
    public KeptQueries queries() {
        return queries;
    }

    /**
     * What is kept of a folder of rules; empty where nothing is.
     *
     * @param given        as the user named it: paths of rules begin with it
     * @param surroundings what else the rules depend on
     */
    synchronized Optional<KeptRules> open(Path given, String surroundings) {
        if (folder.isEmpty() || !Files.isDirectory(given)) {
            return Optional.empty();
        }
        Path file = folder.get().resolve(Hashes.hex(Hashes.sha256((given + "\n" + given.toAbsolutePath()).getBytes(StandardCharsets.UTF_8))).substring(0, 32) + SUFFIX);
        KeptRules rules = read(file, program + "\n" + surroundings);
        open.put(file, rules);
        return Optional.of(rules);
    }

    private KeptRules read(Path file, String made) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)) {
                return KeptRules.of(Files.readAllBytes(file), made, queries);
            }
        } catch (DamagedFileException e) {
            told.accept("The rule cache " + file + " is not used and written anew: " + e.getMessage());
        } catch (IOException e) {
            told.accept("The rule cache " + file + " cannot be read: " + e.getMessage());
        }
        return KeptRules.none(made, queries);
    }

    /** Writes what changed since the rules were read. To be called when they are compiled, so that their queries are kept, too. */
    public synchronized void save() {
        open.forEach((file, rules) -> {
            rules.problem().ifPresent(problem -> told.accept("The rule cache " + file + " is damaged: " + problem));
            rules.changed().ifPresent(bytes -> write(file, bytes));
        });
        open.clear();
    }

    private void write(Path file, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), "new", ".tmp");
            try {
                Files.write(unfinished, bytes);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            forget(file.getParent());
        } catch (IOException e) {
            told.accept("The rule cache " + file + " cannot be written: " + e.getMessage());
        } catch (UncheckedIOException e) {
            told.accept("The rule cache " + file.getParent() + " cannot be listed: " + e.getMessage());
        }
    }

    /** Deletes the oldest files where there are many. */
    private static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newest = files.filter(file -> file.toString().endsWith(SUFFIX)).sorted(Comparator.comparing(RuleCache::time).reversed()).toList();
            for (Path old : newest.subList(Math.min(MOST_FILES, newest.size()), newest.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    /** A file that is gone is the oldest. */
    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
