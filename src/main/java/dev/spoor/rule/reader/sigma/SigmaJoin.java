package dev.spoor.rule.reader.sigma;

import dev.spoor.rule.Labelled;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleProblem;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import dev.spoor.rule.reader.YamlText;
import dev.spoor.rule.reader.sigma.SigmaCollection.Document;
import dev.spoor.rule.reader.sigma.SigmaCollection.Others;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins Sigma documents of different files: correlations get the rules that they name, rules the filters that name them. Of several rules of one name the first counts. A run
 * with neither reads nothing again. Used once.
 */
public final class SigmaJoin {
    private final List<RuleReading> readings;
    private final ReadingLimits limits;
    private final SigmaLists lists;
    private final Map<String, RuleSource> byName = new HashMap<>();
    private final Map<String, SigmaCollection> collections = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final List<Document> filters = new ArrayList<>();

    /** @param readings all of a run, in order */
    public SigmaJoin(List<RuleReading> readings, ReadingLimits limits, SigmaLists lists) {
        this.readings = readings;
        this.limits = limits;
        this.lists = lists;
    }

    /** The readings, with those that others change read anew. */
    public List<RuleReading> joined() {
        readings.forEach(this::learn);
        List.copyOf(collections.values()).forEach(this::look);
        if (changed.isEmpty()) {
            return readings;
        }
        Others others = new Others(name -> Optional.ofNullable(byName.get(name)).flatMap(this::collection).flatMap(one -> one.find(name)), filters, silent);
        List<RuleReading> joined = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (RuleReading reading : readings) {
            String path = path(reading);
            if (!changed.contains(path)) {
                joined.add(reading);
            } else if (done.add(path)) {
                joined.addAll(again(collections.get(path), others));
            }
        }
        return joined;
    }

    private static String path(RuleReading reading) {
        return switch (reading) {
            case RuleReading.Read read -> read.rule().path();
            case RuleReading.Problem problem -> problem.problem().path();
            case RuleReading.NotARule other -> other.path();
            case RuleReading.Joint joint -> joint.source().path();
        };
    }

    private void learn(RuleReading reading) {
        if (reading instanceof RuleReading.Joint joint) {
            collection(joint.source());
        } else if (reading instanceof RuleReading.Read read && read.rule().language().equals("sigma")) {
            Rule rule = read.rule();
            RuleSource source = new RuleSource(rule.path(), rule.text());
            byName.putIfAbsent(rule.id(), source);
            byName.putIfAbsent(rule.name(), source);
            rule.labels().stream().filter(label -> label.label().equals("name")).map(Labelled::values).forEach(values -> values.forEach(name -> byName.putIfAbsent(name, source)));
            if (rule.type().equals("correlation")) {
                collection(source);
            }
        }
    }

    /** Finds what a file changes in others, and others in it. */
    private void look(SigmaCollection collection) {
        Set<String> missing = collection.unresolved();
        for (Document document : collection.documents()) {
            if (document.is("filter")) {
                filters.add(document);
                changed.add(collection.source().path());
                boolean all = document.filtered().contains("any");
                (all ? byName.keySet() : document.filtered()).forEach(this::change);
            }
            document.counted().stream().filter(name -> missing.contains(name) && byName.containsKey(name)).forEach(name -> {
                changed.add(collection.source().path());
                if (document.silences()) {
                    silent.add(name);
                    change(name);
                }
            });
        }
    }

    private void change(String name) {
        Optional.ofNullable(byName.get(name)).flatMap(this::collection).ifPresent(one -> changed.add(one.source().path()));
    }

    /** The documents of a file, which could be read before. */
    private Optional<SigmaCollection> collection(RuleSource source) {
        SigmaCollection known = collections.get(source.path());
        if (known == null) {
            try {
                known = new SigmaCollection(source, YamlText.documents(source.text(), limits), lists);
            } catch (MalformedRuleException e) {
                return Optional.empty();
            }
            collections.put(source.path(), known);
        }
        return Optional.of(known);
    }

    private List<RuleReading> again(SigmaCollection collection, Others others) {
        List<RuleReading> all = new ArrayList<>();
        try {
            all.addAll(collection.readings(others));
        } catch (MalformedRuleException e) {
            all.add(collection.source().problem(e));
        }
        for (Document document : collection.documents()) {
            List<String> names = document.filtered();
            boolean used = !document.is("filter") || names.contains("any") || names.stream().anyMatch(name -> byName.containsKey(name) || collection.find(name).isPresent());
            if (!used) {
                all.add(new RuleReading.Problem(new RuleProblem(collection.source().path(), "The filter names no rule that was loaded: " + String.join(", ", names), 0, 0)));
            }
        }
        return all;
    }
}
