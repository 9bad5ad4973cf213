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
import java.util.function.Function;

/** The documents of one file, which may name each other and those of other files: rules, correlations of them, filters on them. */
final class SigmaCollection {
    private final RuleSource source;
    private final SigmaLists lists;
    private final List<Document> documents = new ArrayList<>();

    /** A document as a tree and as a text. */
    record Document(JsonNode tree, String text) {
        boolean is(String key) {
            return tree.has(key);
        }

        boolean named(String name) {
            return List.of("id", "name", "title").stream().anyMatch(key -> SigmaYamlReader.text(tree, key).equals(name));
        }

        /** The rules that a correlation counts. */
        List<String> counted() {
            return Labels.values(tree.path("correlation").path("rules"));
        }

        /** The rules that a filter names; {@code any} for all. */
        List<String> filtered() {
            return Labels.values(tree.path("filter").path("rules"));
        }

        /** Whether the rules that a correlation counts raise no alerts themselves. */
        boolean silences() {
            return is("correlation") && !SigmaYamlReader.text(tree.path("correlation"), "generate").equals("true");
        }
    }

    /**
     * What the other files have.
     *
     * @param rules   the rule of a name
     * @param filters all filters
     * @param silent  names of rules that only feed a correlation
     */
    record Others(Function<String, Optional<Document>> rules, List<Document> filters, Set<String> silent) {
        static final Others NONE = new Others(name -> Optional.empty(), List.of(), Set.of());
    }

    SigmaCollection(RuleSource source, List<JsonNode> trees, SigmaLists lists) throws MalformedRuleException {
        this.source = source;
        this.lists = lists;
        List<JsonNode> all = trees.stream().filter(tree -> !tree.isNull()).toList();
        List<String> texts = all.size() == 1 ? List.of(Blocks.first(source.text())) : Blocks.documents(source.text());
        if (texts.size() != all.size()) {
            throw new MalformedRuleException("The documents of this file are not told apart by lines with ---", 1, 1);
        }
        SigmaActions actions = new SigmaActions();
        for (int i = 0; i < all.size(); i++) {
            actions.next(new Document(all.get(i), texts.get(i))).ifPresent(documents::add);
        }
    }

    List<RuleReading> readings(Others others) throws MalformedRuleException {
        Set<String> silent = new HashSet<>(others.silent());
        documents.stream().filter(Document::silences).forEach(document -> silent.addAll(document.counted()));
        List<RuleReading> readings = new ArrayList<>();
        for (Document document : documents) {
            readings.add(reading(document, others, silent));
        }
        return readings;
    }

    RuleSource source() {
        return source;
    }

    List<Document> documents() {
        return documents;
    }

    /** The names of rules of other files that correlations count. */
    Set<String> unresolved() {
        Set<String> names = new LinkedHashSet<>();
        documents.forEach(document -> document.counted().stream().filter(name -> find(name).isEmpty()).forEach(names::add));
        return names;
    }

    private RuleReading reading(Document document, Others others, Set<String> silent) throws MalformedRuleException {
        JsonNode tree = document.tree();
        Optional<String> dialect = dialect(tree);
        if (!tree.isObject() || dialect.isPresent()) {
            return source.problem(dialect.orElse("A Sigma rule is a map"), 1, 1);
        }
        if (document.is("filter")) {
            return new RuleReading.Joint(source, "a filter, which is joined to the rules that it names");
        }
        if (silent.stream().anyMatch(document::named)) {
            return new RuleReading.NotARule(source.path(), "a part of a correlation, which does not say generate: true");
        }
        if (!document.is("correlation") && !document.is("detection")) {
            return new RuleReading.NotARule(source.path(), "a document without detection");
        }
        return SigmaYamlReader.rule(source, tree, query(document, others), lists);
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
    private String query(Document document, Others others) {
        Set<Document> all = new LinkedHashSet<>();
        gather(document, all, others);
        Set<Document> filters = new LinkedHashSet<>(documents.stream().filter(one -> one.is("filter")).toList());
        filters.addAll(others.filters());
        for (Document filter : filters) {
            if (all.stream().anyMatch(one -> filter.filtered().stream().anyMatch(name -> name.equals("any") || one.named(name)))) {
                all.add(filter);
            }
        }
        Set<String> keys = SigmaYamlReader.deciding(all.size() == 1 && !document.is("correlation"));
        return String.join("\n---\n", all.stream().map(one -> Blocks.only(one.text(), keys)).toList());
    }

    private void gather(Document document, Set<Document> all, Others others) {
        if (all.add(document)) {
            document.counted().forEach(name -> find(name).or(() -> others.rules().apply(name)).ifPresent(one -> gather(one, all, others)));
        }
    }

    /** The document of a name. */
    Optional<Document> find(String name) {
        return documents.stream().filter(document -> document.named(name)).findFirst();
    }
}
