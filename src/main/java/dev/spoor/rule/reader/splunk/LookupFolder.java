package dev.spoor.rule.reader.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.query.pipeline.LookupTable;
import dev.spoor.query.pipeline.LookupTable.Agreement;
import dev.spoor.query.pipeline.LookupTable.Definition;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a pack: definitions ({@code *.yml}, or stanzas of {@code transforms.conf}) and the CSV files that they name; a CSV file without a definition is a table by its file's name. Tables that only a
 * Splunk installation fills (collections, scripts, models) are empty and say so. A table is read when a rule first names it. Not thread-safe.
 */
public final class LookupFolder {
    private static final Pattern MATCH = Pattern.compile("(?i)(WILDCARD|CIDR)\\s*\\(\\s*([^()]+?)\\s*\\)");
    private static final int USUAL_MOST = 1000;
    /** The keys that tell a table from an extraction of fields. */
    private static final Set<String> TABLE_KEYS = Set.of("filename", "collection", "external_type", "external_cmd");
    private static final Pattern CALL = Pattern.compile("(?i)(?:^|[|\\[\\s])(?:input)?lookup\\s+([^|\\]]{1,2000})");
    /** No tables. */
    static final LookupFolder NONE = new LookupFolder(Path.of(""), ReadingLimits.DEFAULT, List.of());
    private final Path folder;
    private final ReadingLimits limits;
    private final List<String> problems;
    private final Map<String, Supplier<LookupTable>> sources = new TreeMap<>();
    private final Map<String, LookupTable> tables = new HashMap<>();

    /** @param problems gets what cannot be read, as sentences */
    LookupFolder(Path folder, ReadingLimits limits, List<String> problems) {
        this.folder = folder;
        this.limits = limits;
        this.problems = problems;
    }

    /** The tables that a query names. */
    Map<String, LookupTable> usedBy(String query) {
        Map<String, LookupTable> used = new TreeMap<>();
        if (sources.isEmpty() || !query.toLowerCase(Locale.ROOT).contains("lookup")) {
            return used;
        }
        Matcher call = CALL.matcher(query);
        while (call.find()) {
            for (String word : call.group(1).split("[\\s,()\"]+")) {
                String name = sources.containsKey(word) ? word : word.replaceFirst("\\.csv$", "");
                if (sources.containsKey(name)) {
                    used.put(name, tables.computeIfAbsent(name, key -> sources.get(key).get()));
                    break;
                }
            }
        }
        return used;
    }

    /**
     * Learns which tables there are.
     *
     * @param stanzas definitions of {@code transforms.conf}, which has extractions of fields too
     */
    LookupFolder read(List<ConfFile.Stanza> stanzas) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".csv")) {
                    Definition plain = new Definition(name, Map.of(), true, 0, USUAL_MOST, Optional.empty(), Optional.empty());
                    sources.putIfAbsent(name, () -> table(plain, file));
                } else if (name.endsWith(".yml") || name.endsWith(".yaml")) {
                    definitions(file);
                }
            }
        } catch (IOException e) {
            problems.add("lookups in " + folder + " cannot be read: " + e.getMessage());
        }
        stanzas.stream().filter(stanza -> TABLE_KEYS.stream().anyMatch(stanza.settings()::containsKey)).forEach(this::definition);
        return this;
    }

    private void definition(ConfFile.Stanza stanza) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        stanza.settings().forEach(tree::put);
        sources.put(stanza.name(), () -> table(tree, stanza.name(), Path.of("transforms.conf")));
    }

    private void definitions(Path file) throws IOException {
        try {
            if (Files.size(file) > limits.bytes()) {
                throw new MalformedRuleException("larger than " + limits.bytes() + " bytes", 0, 0);
            }
            for (JsonNode tree : YamlText.documents(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), limits)) {
                String name = SplunkYamlReader.text(tree, "name");
                if (!name.isEmpty()) {
                    sources.put(name, () -> table(tree, name, file));
                }
            }
        } catch (MalformedRuleException e) {
            problems.add("lookup file " + file + ": " + e.getMessage() + " (line " + e.line() + ")");
        }
    }

    private LookupTable table(JsonNode tree, String name, Path file) {
        String said = SplunkYamlReader.text(tree, "filename");
        boolean csv = !said.isEmpty() || SplunkYamlReader.text(tree, "lookup_type").equals("csv");
        String base = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", ".csv");
        Path content = folder.resolve(Path.of(said.isEmpty() ? base : said).getFileName());
        Optional<String> gap = !csv || !said.isEmpty() && !said.endsWith(".csv") ? Optional.of("the lookup " + name + " is filled by a Splunk installation; it is empty here")
                : Files.isRegularFile(content) ? Optional.empty()
                : Optional.of("the file of the lookup " + name + " (" + content.getFileName() + ") is not in the rule pack; it is empty here");
        gap = gap.isPresent() ? gap : unreadable(name, content);
        Optional<String> otherwise = Optional.of(SplunkYamlReader.text(tree, "default_match")).filter(text -> !text.isEmpty());
        Definition definition =
                new Definition(name, agreements(SplunkYamlReader.text(tree, "match_type")), !SplunkYamlReader.text(tree, "case_sensitive_match").equalsIgnoreCase("false"),
                        number(tree, "min_matches", 0), number(tree, "max_matches", USUAL_MOST), otherwise, gap);
        if (gap.isPresent()) {
            List<String> columns = SplunkYamlReader.list(SplunkYamlReader.text(tree, "fields_list")).stream().toList();
            return new LookupTable(definition, columns, List.of());
        }
        return table(definition, content);
    }

    private Optional<String> unreadable(String name, Path content) {
        try {
            boolean fits = Files.size(content) <= limits.bytes() && Files.isReadable(content);
            return fits ? Optional.empty() : Optional.of("the file of the lookup " + name + " cannot be read or is larger than " + limits.bytes() + " bytes; it is empty here");
        } catch (IOException e) {
            return Optional.of("the file of the lookup " + name + " cannot be read (" + e.getMessage() + "); it is empty here");
        }
    }

    private static int number(JsonNode tree, String key, int otherwise) {
        String text = SplunkYamlReader.text(tree, key);
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private static Map<String, Agreement> agreements(String text) {
        Map<String, Agreement> agreements = new HashMap<>();
        Matcher matcher = MATCH.matcher(text);
        while (matcher.find()) {
            agreements.put(matcher.group(2), matcher.group(1).equalsIgnoreCase("CIDR") ? Agreement.SUBNET : Agreement.WILDCARD);
        }
        return agreements;
    }

    /** A file that went away since its definition was read is an empty table. */
    private LookupTable table(Definition definition, Path file) {
        try {
            List<List<String>> rows = new ArrayList<>(Files.size(file) > limits.bytes() ? List.of() : CsvText.rows(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            if (rows.isEmpty()) {
                return new LookupTable(definition, List.of(), List.of());
            }
            List<String> columns = rows.removeFirst().stream().map(String::strip).toList();
            rows.replaceAll(row -> fitted(row, columns.size()));
            return new LookupTable(definition, columns, rows);
        } catch (IOException gone) {
            return new LookupTable(definition, List.of(), List.of());
        }
    }

    private static List<String> fitted(List<String> row, int size) {
        List<String> fitted = new ArrayList<>(row.subList(0, Math.min(size, row.size())));
        while (fitted.size() < size) {
            fitted.add("");
        }
        return List.copyOf(fitted);
    }
}
