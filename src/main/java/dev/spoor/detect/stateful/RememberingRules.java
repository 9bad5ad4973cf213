package dev.spoor.detect.stateful;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Memory;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules of a run that remember. They share the numbers for texts and the segments. Used by one thread. */
public final class RememberingRules {
    private final Comparator<FoundEvent> order;
    private final RememberLimits limits;
    private final Terms terms = new Terms();
    private final EventShelf shelf = new EventShelf();
    private final Map<String, RememberingRule> rules = new LinkedHashMap<>();

    /**
     * The rules of one run.
     *
     * @param order the order in which events are told
     */
    public RememberingRules(Comparator<FoundEvent> order, RememberLimits limits) {
        this.order = order;
        this.limits = limits;
    }

    /** Tells of a segment before anything of it is taken, also where no rule found something in it: the first event of all tells how much history there is. */
    public void seen(Segment segment, long firstEvent) {
        shelf.number(segment, firstEvent);
    }

    /**
     * Takes what a rule's filter found in a segment.
     *
     * @param firstEvent number of the segment's first event in the case
     * @param indicators events that are indicators; empty for rules without
     */
    public void take(CompiledRule rule, Memory memory, Segment segment, long firstEvent, Bitmap events, Bitmap indicators) {
        if (!events.isEmpty() || !indicators.isEmpty()) {
            rules.computeIfAbsent(rule.rule().id(), _ -> of(rule, memory)).take(rule, segment, shelf.number(segment, firstEvent), events, indicators);
        }
    }

    private RememberingRule of(CompiledRule rule, Memory memory) {
        return switch (memory) {
            case Memory.Threshold threshold -> new ThresholdRule(rule, threshold, order, terms, shelf, limits);
            case Memory.NewTerms newTerms -> new NewTermsRule(rule, newTerms, order, terms, shelf, limits);
            case Memory.Indicators indicators -> new IndicatorRule(rule, indicators, order, terms, shelf, limits);
        };
    }

    /** The rules that took something. */
    public Collection<RememberingRule> rules() {
        return rules.values();
    }
}
