package dev.spoor.rule.reader.sigma;

import dev.spoor.rule.reader.ReadingLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The lists that stand for the placeholders of Sigma rules ({@code %name%} with the modifier {@code expand}), which every organisation has for itself: the files
 * {@code name.txt} of the folder {@code placeholders} in the folder of the rules, beside it or above it, one value a line, UTF-8. Of several folders the first that has a
 * list counts. Immutable.
 *
 * @param lists    lines by name
 * @param problems files that could not be read, as sentences
 */
public record SigmaLists(Map<String, String> lists, List<String> problems) {
    /** No lists. */
    public static final SigmaLists NONE = new SigmaLists(Map.of(), List.of());
    private static final int HIGHEST = 5;

    public SigmaLists {
        lists = Map.copyOf(lists);
        problems = List.copyOf(problems);
    }

    /** The lists of some files and folders. */
    public static SigmaLists around(List<Path> given, ReadingLimits limits) {
        Map<String, String> lists = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Path path : given) {
            Path folder = path.toAbsolutePath().normalize();
            for (int step = 0; step < HIGHEST && folder != null; step++, folder = folder.getParent()) {
                if (Files.isDirectory(folder.resolve("placeholders"))) {
                    read(folder.resolve("placeholders"), limits, lists, problems);
                    break;
                }
            }
        }
        return new SigmaLists(lists, problems);
    }

    private static void read(Path folder, ReadingLimits limits, Map<String, String> lists, List<String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                if (Files.size(file) > limits.bytes()) {
                    problems.add("the list " + file + " is larger than " + limits.bytes() + " bytes and is not used");
                } else {
                    lists.putIfAbsent(String.valueOf(file.getFileName()).replaceFirst("\\.txt$", ""), Files.readString(file).replaceFirst("^\uFEFF", ""));
                }
            }
        } catch (IOException e) {
            problems.add("the lists in " + folder + " cannot be read: " + e.getMessage());
        }
    }

    /** The lists that a rule asks for, by the placeholder as it stands in the rule: {@code %name%}. */
    public Map<String, String> usedBy(String query) {
        Map<String, String> used = new TreeMap<>();
        if (query.indexOf('%') >= 0 && query.contains("expand")) {
            lists.forEach((name, lines) -> {
                if (query.contains("%" + name + "%")) {
                    used.put("%" + name + "%", lines);
                }
            });
        }
        return used;
    }
}
