package dev.spoor.detect.stateful;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Match;
import dev.spoor.job.Job;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.List;
import java.util.function.Consumer;

/** One rule that remembers, in one run. Used by one thread. */
public sealed interface RememberingRule permits ThresholdRule, NewTermsRule, IndicatorRule {
    /** The rule; of several data sets, as compiled for one of them. */
    CompiledRule rule();

    /**
     * Takes what the filter found in a segment.
     *
     * @param compiled   the rule as compiled for the segment's data set
     * @param number     the segment's number on the shelf
     * @param indicators events that are indicators; empty for rules without
     */
    void take(CompiledRule compiled, Segment segment, int number, Bitmap events, Bitmap indicators);

    /** Hands out the matches, in the order of the case. To be called once, when all segments were taken. */
    void finish(Consumer<Match> sink, Job job);

    /** What was left out, in sentences; complete when the rule is finished. */
    List<String> notes();
}
