package dev.spoor.rule;

import java.util.ArrayList;
import java.util.List;

/** What a rule's file does not say although the rule cannot run without it. */
public final class RuleGaps {
    private RuleGaps() {}

    /** Sentences, each about something that is missing; empty if nothing is. Documentation pages state no thresholds, new terms or indicator mappings. */
    public static List<String> of(Rule rule) {
        List<String> gaps = new ArrayList<>();
        if (rule.language().isEmpty()) {
            gaps.add("a rule of type " + rule.type() + " has no query");
        }
        if (rule.settings().finish() instanceof Finish.None) {
            switch (rule.type()) {
                case "threshold" -> gaps.add("the file does not state the threshold");
                case "new_terms" -> gaps.add("the file does not state which terms are new");
                case "threat_match" -> gaps.add("the file does not state which fields are compared with indicators");
                default -> {}
            }
        }
        return gaps;
    }
}
