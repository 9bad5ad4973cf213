package dev.spoor.rule.library;

import dev.spoor.rule.RuleProblem;
import dev.spoor.rule.kept.KeptRules;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReader;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import dev.spoor.rule.reader.elastic.ElasticJsonReader;
import dev.spoor.rule.reader.elastic.ElasticMarkdownPageReader;
import dev.spoor.rule.reader.elastic.ElasticTextPageReader;
import dev.spoor.rule.reader.elastic.ElasticTomlReader;
import dev.spoor.rule.reader.sigma.SigmaLists;
import dev.spoor.rule.reader.sigma.SigmaYamlReader;
import dev.spoor.rule.reader.splunk.SavedSearches;
import dev.spoor.rule.reader.splunk.SplunkPack;
import dev.spoor.rule.reader.splunk.SplunkPageReader;
import dev.spoor.rule.reader.splunk.SplunkYamlReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads rule files of all formats; which format it is, the content tells. Immutable and thread-safe. */
public final class RuleFiles {
    /** The suffixes that rule files have; others are not opened. */
    public static final Set<String> SUFFIXES = Set.of("txt", "md", "toml", "yml", "yaml", "json", "ndjson", "asciidoc", "adoc", "conf");
    private final ReadingLimits limits;
    private final List<RuleReader> readers;

    private RuleFiles(ReadingLimits limits, List<RuleReader> readers) {
        this.limits = limits;
        this.readers = List.copyOf(readers);
    }

    /** Readers of all formats within limits, with the macros and tables of a Splunk pack and the lists of Sigma placeholders. */
    public static RuleFiles of(ReadingLimits limits, SplunkPack pack, SigmaLists lists) {
        return new RuleFiles(limits, List.of(new ElasticTomlReader(limits), new SplunkYamlReader(limits, pack), new SigmaYamlReader(limits, lists), new ElasticJsonReader(limits),
                new SavedSearches(pack), new SplunkPageReader(limits, pack), new ElasticMarkdownPageReader(limits), new ElasticTextPageReader()));
    }

    /**
     * Reads a file.
     *
     * @param file where it is
     * @param path how it is called in rules and problems
     * @return at least one reading
     */
    public List<RuleReading> read(Path file, String path) {
        return read(file, path, Optional.empty());
    }

    /** Reads a file where nothing is kept of it. */
    List<RuleReading> read(Path file, String path, Optional<KeptRules> kept) {
        try {
            if (Files.size(file) > limits.bytes()) {
                return List.of(problem(path, "The file is larger than " + limits.bytes() + " bytes, which no rule needs"));
            }
            byte[] bytes = Files.readAllBytes(file);
            RuleSource source = new RuleSource(path, text(bytes));
            return kept.isEmpty() ? read(source) : read(source, Hashes.sha256(bytes), kept.get());
        } catch (CharacterCodingException e) {
            return List.of(new RuleReading.NotARule(path, "not UTF-8 text"));
        } catch (IOException e) {
            return List.of(problem(path, "The file cannot be read: " + e.getMessage()));
        }
    }

    private List<RuleReading> read(RuleSource source, byte[] hash, KeptRules kept) {
        Optional<List<RuleReading>> known = kept.find(source.path(), hash, source.text());
        if (known.isPresent()) {
            return known.get();
        }
        List<RuleReading> readings = read(source);
        kept.add(source.path(), hash, source.text(), readings);
        return readings;
    }

    /** Reads a file that is already in memory. */
    public List<RuleReading> read(RuleSource source) {
        for (RuleReader reader : readers) {
            if (reader.recognises(source)) {
                List<RuleReading> readings = reader.read(source);
                return readings.isEmpty() ? List.of(new RuleReading.NotARule(source.path(), "empty")) : readings;
            }
        }
        return List.of(new RuleReading.NotARule(source.path(), "no format of rules that is known"));
    }

    private static RuleReading problem(String path, String message) {
        return new RuleReading.Problem(new RuleProblem(path, message, 0, 0));
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String quick = new String(bytes, StandardCharsets.UTF_8);
        // a character that stands for broken bytes: the slow decoder knows whether it was written so
        String text = quick.indexOf('\uFFFD') < 0 ? quick : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
