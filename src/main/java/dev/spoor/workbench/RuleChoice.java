package dev.spoor.workbench;

import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleProblem;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.rule.library.RuleLibrary;
import java.util.List;

/**
 * The rules of a run.
 *
 * @param rules    those that count
 * @param problems rule files that could not be read
 * @param duplicates rules whose id a newer rule has, which counts instead
 * @param cache    to be saved when the rules are compiled
 */
record RuleChoice(List<Rule> rules, List<RuleProblem> problems, List<RuleLibrary.Duplicate> duplicates, RuleCache cache) {
    /**
     * Reads the rules that a request names.
     *
     * @throws WorkbenchException if there is none
     */
    static RuleChoice read(DetectRequest request, RuleCache cache, Job job) throws WorkbenchException {
        RuleLibrary library = RuleLibrary.load(request.rules().isEmpty() ? ShippedRules.folder() : request.rules(), job, cache);
        List<Rule> rules = library.rules().stream().filter(rule -> request.only().isEmpty() || request.only().contains(rule.id())).toList();
        RuleChoice choice = new RuleChoice(rules, library.problems(), library.duplicates(), cache);
        if (rules.isEmpty()) {
            throw new WorkbenchException("No rule was found" + (library.problems().isEmpty() ? "." : ": " + choice.firstProblem()));
        }
        return choice;
    }

    /** What the journal says about broken rule files and rules with one id; empty where there are none. */
    String problemText() {
        return (problems.isEmpty() ? "" : ", " + problems.size() + " rule files broken (first: " + firstProblem() + ")")
                + (duplicates.isEmpty() ? "" : ", " + duplicates.size() + " rules left out for another one with the same id (first: " + duplicates.getFirst().message() + ")");
    }

    private String firstProblem() {
        RuleProblem problem = problems.getFirst();
        return problem.path() + (problem.line() > 0 ? ":" + problem.line() + ":" + problem.column() : "") + ": " + problem.message();
    }
}
