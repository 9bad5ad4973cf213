package dev.spoor.rule.library;

import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleProblem;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.sigma.SigmaJoin;
import dev.spoor.rule.reader.sigma.SigmaLists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of some files and folders. Of several rules with one id the newest version counts, of equal versions the first by path; the others are
 * {@link Duplicate}s. Immutable and thread-safe.
 */
public final class RuleLibrary {
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<Duplicate> duplicates = new ArrayList<>();
    private final List<RuleProblem> problems = new ArrayList<>();
    private final List<RuleReading.NotARule> others = new ArrayList<>();

    /**
     * A rule that another one with the same id takes the place of.
     *
     * @param rule   what does not count
     * @param winner what counts
     */
    public record Duplicate(Rule rule, Rule winner) {
        /** The sentence that tells the user. */
        public String message() {
            return rule.path() + ": rule " + rule.id() + " (" + rule.name() + version(rule) + ") is also in " + winner.path() + version(winner)
                    + ", which counts";
        }

        private static String version(Rule rule) {
            return rule.version().isEmpty() ? "" : ", version " + rule.version();
        }
    }

    private RuleLibrary() {}

    /** Loads files and folders within the default limits. */
    public static RuleLibrary load(List<Path> paths, Job job) {
        return load(paths, job, RuleCache.none());
    }

    /**
     * Loads files and folders within the default limits.
     *
     * @param cache has what was read before; it is saved by the caller, when the rules are compiled
     */
    public static RuleLibrary load(List<Path> paths, Job job, RuleCache cache) {
        RuleLibrary library = new RuleLibrary();
        List<RuleReading> readings = new ArrayList<>();
        SigmaLists lists = SigmaLists.around(paths, ReadingLimits.DEFAULT);
        lists.problems().forEach(problem -> readings.add(new RuleReading.Problem(new RuleProblem("placeholders", problem, 0, 0))));
        paths.forEach(path -> readings.addAll(new RuleFolder(path, ReadingLimits.DEFAULT, lists, cache).read(job)));
        new SigmaJoin(readings, ReadingLimits.DEFAULT, lists).joined().forEach(library::add);
        return library;
    }

    /** A library of rules that were read elsewhere, for example from a case. */
    public static RuleLibrary of(Collection<Rule> rules) {
        RuleLibrary library = new RuleLibrary();
        rules.forEach(library::add);
        return library;
    }

    private void add(RuleReading reading) {
        switch (reading) {
            case RuleReading.Read read -> add(read.rule());
            case RuleReading.Problem problem -> problems.add(problem.problem());
            case RuleReading.NotARule other -> others.add(other);
            case RuleReading.Joint joint -> others.add(new RuleReading.NotARule(joint.source().path(), joint.why()));
        }
    }

    private void add(Rule rule) {
        Rule before = rules.get(rule.id());
        if (before == null) {
            rules.put(rule.id(), rule);
        } else if (RuleVersions.newer(rule, before)) {
            rules.put(rule.id(), rule);
            duplicates.replaceAll(duplicate -> duplicate.winner() == before ? new Duplicate(duplicate.rule(), rule) : duplicate);
            duplicates.add(new Duplicate(before, rule));
        } else {
            duplicates.add(new Duplicate(rule, before));
        }
    }

    /** The rules that count, in the order in which their ids were first found. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** The rule with an id. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    public List<Duplicate> duplicates() {
        return List.copyOf(duplicates);
    }

    public List<RuleProblem> problems() {
        return List.copyOf(problems);
    }

    /** Files, and parts of files, that are no rules. */
    public List<RuleReading.NotARule> notRules() {
        return List.copyOf(others);
    }
}
