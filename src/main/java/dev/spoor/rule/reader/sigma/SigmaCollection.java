package dev.spoor.rule.reader.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents of one file, which may name each other: rules, correlations of them, filters on them. Used once. */
final class SigmaCollection {
    private final RuleSource source;
    private final List<Document> documents = new ArrayList<>();
    /** Rules that only feed a correlation, which does not say {@code generate: true}. */
    private final Set<Document> parts = new HashSet<>();

    /** A document as a tree and as a text. */
    private record Document(JsonNode tree, String text) {
        boolean is(String key) {
            return tree.has(key);
        }

        boolean named(String name) {
            return List.of("id", "name", "title").stream().anyMatch(key -> SigmaYamlReader.text(tree, key).equals(name));
        }
    }

    SigmaCollection(RuleSource source, List<JsonNode> trees) throws MalformedRuleException {
        this.source = source;
        List<JsonNode> all = trees.stream().filter(tree -> !tree.isNull()).toList();
        List<String> texts = all.size() == 1 ? List.of(Blocks.first(source.text())) : Blocks.documents(source.text());
        if (texts.size() != all.size()) {
            throw new MalformedRuleException("The documents of this file are not told apart by lines with ---", 1, 1);
        }
        for (int i = 0; i < all.size(); i++) {
            documents.add(new Document(all.get(i), texts.get(i)));
        }
    }

    List<RuleReading> readings() throws MalformedRuleException {
        for (Document document : documents) {
            if (document.is("correlation") && !SigmaYamlReader.text(document.tree().path("correlation"), "generate").equals("true")) {
                Labels.values(document.tree().path("correlation").path("rules")).forEach(name -> find(name).ifPresent(parts::add));
            }
        }
        List<RuleReading> readings = new ArrayList<>();
        for (Document document : documents) {
            readings.add(reading(document));
        }
        return readings;
    }

    private RuleReading reading(Document document) throws MalformedRuleException {
        JsonNode tree = document.tree();
        Optional<String> dialect = dialect(tree);
        if (!tree.isObject() || dialect.isPresent()) {
            return source.problem(dialect.orElse("A Sigma rule is a map"), 1, 1);
        }
        if (document.is("action")) {
            return source.problem("Collections with action: " + SigmaYamlReader.text(tree, "action") + " are of an older Sigma and are not read; write each rule whole", 1, 1);
        }
        if (document.is("filter")) {
            return new RuleReading.NotARule(source.path(), "a filter, which is joined to the rules that it names");
        }
        if (parts.contains(document)) {
            return new RuleReading.NotARule(source.path(), "a part of a correlation in the same file, which does not say generate: true");
        }
        if (!document.is("correlation") && !document.is("detection")) {
            return new RuleReading.NotARule(source.path(), "a document without detection");
        }
        return SigmaYamlReader.rule(source, tree, query(document));
    }

    /** The rules of other tools that look alike. */
    private static Optional<String> dialect(JsonNode tree) {
        if (SigmaYamlReader.text(tree, "ruletype").equalsIgnoreCase("hayabusa")) {
            return Optional.of("This is one of Hayabusa's own rules, which are no Sigma and which Spoor does not read");
        }
        if (tree.has("group") && tree.has("kind") && tree.has("filter")) {
            return Optional.of("This is one of Chainsaw's own rules, which are no Sigma and which Spoor does not read");
        }
        return Optional.empty();
    }

    /** The deciding part of a document, and of all documents that it names or that filter it. */
    private String query(Document document) {
        Set<Document> all = new LinkedHashSet<>();
        gather(document, all);
        for (Document filter : documents) {
            Set<String> filtered = new HashSet<>(Labels.values(filter.tree().path("filter").path("rules")));
            if (filter.is("filter") && all.stream().anyMatch(one -> filtered.stream().anyMatch(name -> name.equals("any") || one.named(name)))) {
                all.add(filter);
            }
        }
        Set<String> keys = SigmaYamlReader.deciding(all.size() == 1 && !document.is("correlation"));
        return String.join("\n---\n", all.stream().map(one -> Blocks.only(one.text(), keys)).toList());
    }

    private void gather(Document document, Set<Document> all) {
        if (all.add(document)) {
            Labels.values(document.tree().path("correlation").path("rules")).forEach(name -> find(name).ifPresent(one -> gather(one, all)));
        }
    }

    private Optional<Document> find(String name) {
        return documents.stream().filter(document -> document.named(name)).findFirst();
    }
}
