package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.segment.Bitmap;
import java.util.List;

/**
 * What rules found in a segment before, while it was loaded. Immutable.
 *
 * @param plan the rules that were asked, all of them on single events
 */
public record EarlierHits(RulePlan plan, List<Found> found) {
    /**
     * What one of them found.
     *
     * @param events sorted
     */
    record Found(CompiledRule rule, int[] events, long nanos) {
        static Found of(DetectionEngine.RuleHits hits) {
            int[] events = new int[hits.events().cardinality()];
            int at = 0;
            for (int event = hits.events().next(0); event >= 0; event = hits.events().next(event + 1)) {
                events[at++] = event;
            }
            return new Found(hits.rule(), events, hits.nanos());
        }

        Bitmap bitmap(int size) {
            Bitmap bitmap = new Bitmap(size);
            for (int event : events) {
                bitmap.set(event);
            }
            return bitmap;
        }
    }
}
