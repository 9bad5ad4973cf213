package dev.spoor.exec.sequence;

import dev.spoor.job.Job;
import dev.spoor.query.pipeline.EventPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds samples: for each key with events for all conditions, one different event for each, those first that stand first in their files. Elasticsearch does not say which; this
 * choice is always the same. Used once.
 */
final class Sampler<E> {
    private final EventPattern pattern;
    private final KeyReader reader;
    private final int most;
    private final Job job;

    /**
     * @param most samples of one key
     */
    Sampler(EventPattern pattern, KeyReader reader, int most, Job job) {
        this.pattern = pattern;
        this.reader = reader;
        this.most = most;
        this.job = job;
    }

    List<PatternResult.Group<E>> run(List<Placed<E>> events) {
        int steps = pattern.steps().size();
        // more are never needed: so many samples can be made of them, even where other steps use up some
        int enough = most + steps;
        Map<JoinKey, List<List<Placed<E>>>> byKey = new TreeMap<>();
        for (Placed<E> event : events) {
            for (int step = 0; step < steps; step++) {
                int condition = pattern.steps().get(step).condition();
                if (event.candidate().satisfies(condition)) {
                    for (JoinKey key : reader.keys(event.candidate().row(), event.candidate().pattern().conditions().get(condition).keys())) {
                        List<Placed<E>> list = byKey.computeIfAbsent(key, _ -> lists(steps)).get(step);
                        if (list.size() < enough) {
                            list.add(event);
                        }
                    }
                }
            }
        }
        List<PatternResult.Group<E>> groups = new ArrayList<>();
        byKey.forEach((key, lists) -> {
            job.check();
            List<List<Placed<E>>> samples = new ArrayList<>();
            extend(lists, new ArrayList<>(), samples);
            samples.forEach(sample -> groups.add(new PatternResult.Group<>(key.shown(), sample.stream().map(one -> Optional.of(one.candidate().event())).toList())));
        });
        return groups;
    }

    /** Adds all samples, up to the most, that begin with some events. */
    private void extend(List<List<Placed<E>>> lists, List<Placed<E>> sample, List<List<Placed<E>>> samples) {
        if (sample.size() == lists.size()) {
            samples.add(List.copyOf(sample));
            return;
        }
        for (Placed<E> event : lists.get(sample.size())) {
            if (samples.size() < most && !sample.contains(event)) {
                sample.add(event);
                extend(lists, sample, samples);
                sample.removeLast();
            }
        }
    }

    private static <E> List<List<Placed<E>>> lists(int steps) {
        List<List<Placed<E>>> lists = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
