package dev.spoor.rule.reader.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.query.pipeline.LookupTable;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The macros that come with a pack of detections: the {@code *.yml} files of the folder {@code macros} in the given folder, beside it or above it, the
 * nearest first; and those of {@code macros.conf} there, with {@code local} before {@code default}. A macro with arguments is filed as {@code name(n)}, and its definition names them by position: {@code $1$}, {@code $2$}. Immutable.
 *
 * @param macros   definitions by name
 * @param lookups  tables: of the folder {@code lookups}, found as macros are
 * @param problems files that could not be read, as sentences
 */
public record SplunkPack(Map<String, String> macros, LookupFolder lookups, List<String> problems) {
    /** A pack without macros. */
    public static final SplunkPack NONE = new SplunkPack(Map.of(), LookupFolder.NONE, List.of());
    private static final int HIGHEST = 5;

    public SplunkPack {
        macros = Map.copyOf(macros);
        problems = List.copyOf(problems);
    }

    /** A pack without tables. */
    public SplunkPack(Map<String, String> macros, List<String> problems) {
        this(macros, LookupFolder.NONE, problems);
    }

    /** The pack that a file or folder belongs to. */
    public static SplunkPack around(Path given, ReadingLimits limits) {
        List<String> problems = new ArrayList<>();
        Map<String, String> macros = new TreeMap<>();
        stanzas(given, "macros.conf", limits, problems).forEach(stanza -> macro(stanza, macros, problems));
        nearest(given, "macros").ifPresent(folder -> macros.putAll(read(folder, limits, problems)));
        List<ConfFile.Stanza> definitions = stanzas(given, "transforms.conf", limits, problems);
        LookupFolder lookups = nearest(given, "lookups").map(folder -> new LookupFolder(folder, limits, problems).read(definitions)).orElse(LookupFolder.NONE);
        return new SplunkPack(macros, lookups, problems);
    }

    /** The folder of a name in a file's folder, beside it or above it. */
    private static Optional<Path> nearest(Path given, String name) {
        Path folder = given.toAbsolutePath().normalize();
        for (int step = 0; step < HIGHEST && folder != null; step++, folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(name))) {
                return Optional.of(folder.resolve(name));
            }
        }
        return Optional.empty();
    }

    /** The stanzas of a configuration file of the nearest app: those of {@code default}, then those of {@code local}, which win. */
    private static List<ConfFile.Stanza> stanzas(Path given, String name, ReadingLimits limits, List<String> problems) {
        Path folder = given.toAbsolutePath().normalize();
        for (int step = 0; step < HIGHEST && folder != null; step++, folder = folder.getParent()) {
            boolean layer = folder.endsWith("default") || folder.endsWith("local");
            Path app = layer && folder.getParent() != null ? folder.getParent() : folder;
            List<Path> files = Stream.of(app.resolve(name), app.resolve("default").resolve(name), app.resolve("local").resolve(name)).filter(Files::isRegularFile).toList();
            if (!files.isEmpty()) {
                return files.stream().flatMap(file -> stanzas(file, limits, problems).stream()).toList();
            }
        }
        return List.of();
    }

    private static List<ConfFile.Stanza> stanzas(Path file, ReadingLimits limits, List<String> problems) {
        try {
            if (Files.size(file) > limits.bytes()) {
                throw new MalformedRuleException("larger than " + limits.bytes() + " bytes", 0, 0);
            }
            return ConfFile.of(Files.readString(file)).stanzas();
        } catch (MalformedRuleException e) {
            problems.add(file + ": " + e.getMessage() + " (line " + e.line() + ")");
        } catch (IOException e) {
            problems.add(file + " cannot be read: " + e.getMessage());
        }
        return List.of();
    }

    private static void macro(ConfFile.Stanza stanza, Map<String, String> macros, List<String> problems) {
        if (stanza.is("iseval")) {
            problems.add("the macro " + stanza.name() + " is computed (iseval), which Spoor does not do; searches that call it do not run");
        } else if (stanza.settings().containsKey("definition")) {
            macros.put(stanza.name(), positional(stanza.get("definition"), SplunkYamlReader.list(stanza.get("args"))));
        }
    }

    /** The tables that a query names, itself or through macros. */
    public Map<String, LookupTable> tablesOf(String query) {
        return tablesOf(query, usedBy(query));
    }

    /** @param used the macros that the query calls */
    Map<String, LookupTable> tablesOf(String query, Map<String, String> used) {
        return lookups.usedBy(query + "\n" + String.join("\n", used.values()));
    }

    /** The macros that a query calls, directly or through other macros. */
    public Map<String, String> usedBy(String query) {
        Map<String, String> used = new TreeMap<>();
        Deque<String> texts = new ArrayDeque<>(List.of(query));
        while (!texts.isEmpty()) {
            for (String name : MacroCalls.in(texts.pop())) {
                String withArguments = name + "(";
                macros.forEach((key, definition) -> {
                    if ((key.equals(name) || key.startsWith(withArguments)) && used.putIfAbsent(key, definition) == null) {
                        texts.push(definition);
                    }
                });
            }
        }
        return used;
    }

    private static Map<String, String> read(Path folder, ReadingLimits limits, List<String> problems) {
        Map<String, String> macros = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yml") || path.toString().endsWith(".yaml")).sorted().toList()) {
                try {
                    read(file, limits, macros);
                } catch (MalformedRuleException e) {
                    problems.add("macro file " + file + ": " + e.getMessage() + " (line " + e.line() + ")");
                }
            }
        } catch (IOException e) {
            problems.add("macros in " + folder + " cannot be read: " + e.getMessage());
        }
        return macros;
    }

    private static void read(Path file, ReadingLimits limits, Map<String, String> macros) throws IOException, MalformedRuleException {
        if (Files.size(file) > limits.bytes()) {
            throw new MalformedRuleException("larger than " + limits.bytes() + " bytes", 0, 0);
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (JsonNode macro : YamlText.documents(text, limits)) {
            String name = macro.path("name").asText();
            if (macro.hasNonNull("definition") && !name.isEmpty()) {
                List<String> arguments = Labels.values(macro.path("arguments"));
                macros.put(arguments.isEmpty() ? name : name + "(" + arguments.size() + ")", positional(macro.path("definition").asText(), arguments));
            }
        }
    }

    private static String positional(String definition, List<String> arguments) {
        String text = definition;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("$" + arguments.get(i) + "$", "$" + (i + 1) + "$");
        }
        return text;
    }
}
