package dev.spoor.rule.library;

import dev.spoor.job.Job;
import dev.spoor.rule.RuleProblem;
import dev.spoor.rule.kept.KeptRules;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.sigma.SigmaLists;
import dev.spoor.rule.reader.splunk.SplunkPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a file, or all files of a folder and the folders in it, sorted by path. Links to folders are not followed. */
public final class RuleFolder {
    private final Path given;
    private final ReadingLimits limits;
    private final SigmaLists lists;
    private final RuleCache cache;

    /**
     * A file or folder.
     *
     * @param given as the user named it; paths of rules begin with it
     * @param lists for the placeholders of Sigma rules
     * @param cache has what was read before
     */
    public RuleFolder(Path given, ReadingLimits limits, SigmaLists lists, RuleCache cache) {
        this.given = given;
        this.limits = limits;
        this.lists = lists;
        this.cache = cache;
    }

    /** Reads everything. A path that does not exist is a problem. */
    public List<RuleReading> read(Job job) {
        List<RuleReading> readings = new ArrayList<>();
        SplunkPack pack = SplunkPack.around(given, limits);
        pack.problems().forEach(problem -> readings.add(problem(name(given), problem)));
        RuleFiles files = RuleFiles.of(limits, pack, lists);
        List<Path> all;
        try {
            all = files();
        } catch (IOException e) {
            readings.add(problem(name(given), "Cannot be read: no such file or folder, or no permission (" + e.getMessage() + ")"));
            return readings;
        }
        Optional<KeptRules> kept = cache.open(given, surroundings(pack));
        for (int i = 0; i < all.size(); i++) {
            job.check();
            job.report(name(all.get(i)), i, all.size());
            readings.addAll(one(files, kept, all.get(i)));
        }
        return readings;
    }

    private static List<RuleReading> one(RuleFiles files, Optional<KeptRules> kept, Path file) {
        return RuleFiles.SUFFIXES.contains(suffix(file)) ? files.read(file, name(file), kept) : List.of(new RuleReading.NotARule(name(file), "another kind of file"));
    }

    /** What readings depend on beside their files; tables are not among it, because rules that ask them are not kept. */
    private String surroundings(SplunkPack pack) {
        StringBuilder all = new StringBuilder(limits.toString());
        new TreeMap<>(pack.macros()).forEach((macro, definition) -> all.append('\0').append(macro).append('\0').append(definition));
        new TreeMap<>(lists.lists()).forEach((list, lines) -> all.append('\1').append(list).append('\1').append(lines));
        return Hashes.hex(Hashes.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(given)) {
            if (!Files.isReadable(given)) {
                throw new IOException(given.toString());
            }
            return List.of(given);
        }
        try (Stream<Path> walk = Files.walk(given)) {
            return walk.filter(Files::isRegularFile).sorted(Comparator.comparing(RuleFolder::name)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String suffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static RuleReading problem(String path, String message) {
        return new RuleReading.Problem(new RuleProblem(path, message, 0, 0));
    }
}
