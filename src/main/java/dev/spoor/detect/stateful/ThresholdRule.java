package dev.spoor.detect.stateful;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.Match;
import dev.spoor.detect.Memory;
import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Replays a threshold rule, as Elastic Security runs it: each run counts the events of its window by group; a group that reaches the threshold gives one alert, and
 * its events up to the last one of that alert do not count again. Only runs that see an event of a group for the first time can bring it to the threshold, so
 * that the cost grows with the events, not with the runs.
 */
final class ThresholdRule implements RememberingRule {
    private static final int MAX_EVENTS = 10_000;
    private final CompiledRule rule;
    private final Memory.Threshold threshold;
    private final Comparator<FoundEvent> order;
    private final Groups groups;
    private final EventLog log;
    private final Remembered remembered;
    private final List<CountedValues> counted;

    /** A group that reached the threshold: its entries from one place to the place before another, in a list by group. */
    private record Reached(long run, int rank, int from, int to) {}

    ThresholdRule(CompiledRule rule, Memory.Threshold threshold, Comparator<FoundEvent> order, Terms terms, EventShelf shelf, RememberLimits limits) {
        this.rule = rule;
        this.threshold = threshold;
        this.order = order;
        this.groups = new Groups(terms, threshold.fields().size());
        this.log = new EventLog(shelf);
        this.remembered = new Remembered(groups, log, limits);
        this.counted = threshold.cardinality().stream().map(one -> new CountedValues(terms)).toList();
    }

    @Override public CompiledRule rule() {
        return rule;
    }

    @Override public List<String> notes() {
        return remembered.notes();
    }

    @Override public void take(CompiledRule compiled, Segment segment, int number, Bitmap events, Bitmap indicators) {
        if (!(compiled.finisher() instanceof Finisher.Remembering(Memory.Threshold here))) {
            throw new IllegalArgumentException("no threshold rule: " + compiled.rule().id());
        }
        for (int i = 0; i < counted.size(); i++) {
            counted.get(i).of(here.cardinality().get(i).field(), segment);
        }
        remembered.take(here.fields(), here.replay().timestamp(), segment, number, events, event -> counted.forEach(values -> values.add(event)));
    }

    @Override public void finish(Consumer<Match> sink, Job job) {
        if (remembered.full()) {
            return;
        }
        GroupedEntries grouped = GroupedEntries.of(log, order);
        List<Reached> reached = new ArrayList<>();
        for (int rank = 0; rank < grouped.groups(); rank++) {
            if (grouped.end(rank) - grouped.begin(rank) >= threshold.value()) {
                job.check();
                replay(grouped, rank, reached);
            }
        }
        reached.sort(Comparator.comparingLong(Reached::run).thenComparingInt(Reached::rank));
        for (Reached one : reached) {
            job.check();
            sink.accept(match(grouped, one));
        }
    }

    private void replay(GroupedEntries grouped, int rank, List<Reached> reached) {
        int from = grouped.begin(rank);
        int to = from;
        counted.forEach(CountedValues::clear);
        int next = from;
        while (next < grouped.end(rank)) {
            OptionalLong first = threshold.replay().firstRun(log.time(grouped.entry(next)));
            if (first.isEmpty()) {
                remembered.unseen();
                next++;
                continue;
            }
            long run = first.getAsLong();
            long end = threshold.replay().to().at(run);
            for (; to < grouped.end(rank) && log.time(grouped.entry(to)) <= end; to++) {
                count(grouped.entry(to), 1);
            }
            long start = threshold.replay().from().at(run);
            for (; from < to && log.time(grouped.entry(from)) <= start; from++) {
                count(grouped.entry(from), -1);
            }
            if (to - from >= threshold.value() && diverse()) {
                reached.add(new Reached(run, rank, from, to));
                counted.forEach(CountedValues::clear);
                from = to;
            }
            next = to;
        }
    }

    private void count(int entry, int more) {
        counted.forEach(values -> values.count(entry, more));
    }

    private boolean diverse() {
        for (int i = 0; i < counted.size(); i++) {
            if (counted.get(i).different() < threshold.cardinality().get(i).value()) {
                return false;
            }
        }
        return true;
    }

    private Match match(GroupedEntries grouped, Reached one) {
        List<FoundEvent> events = new ArrayList<>();
        counted.forEach(CountedValues::clear);
        for (int place = one.from(); place < one.to(); place++) {
            count(grouped.entry(place), 1);
            if (events.size() < MAX_EVENTS) {
                events.add(log.light(grouped.entry(place)));
            }
        }
        List<String> texts = groups.texts(log.code(grouped.entry(one.from())));
        Map<String, Object> row = new LinkedHashMap<>();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String name = threshold.fields().get(i).name();
            row.put(name, texts.get(i));
            key.append(MatchKeys.part(name, texts.get(i)));
        }
        String start = Time.iso(threshold.replay().from().at(one.run()));
        row.put("threshold_result.terms.field", threshold.fields().stream().map(field -> field.name()).toList());
        row.put("threshold_result.terms.value", texts);
        row.put("threshold_result.count", (long) one.to() - one.from());
        if (!counted.isEmpty()) {
            row.put("threshold_result.cardinality.field", threshold.cardinality().stream().map(cardinality -> cardinality.field().name()).toList());
            row.put("threshold_result.cardinality.value", counted.stream().map(values -> (Object) (long) values.different()).toList());
        }
        row.put("threshold_result.from", start);
        return new Match(rule, events, (long) one.to() - one.from(), key.append(MatchKeys.part("window", start)).toString(), row);
    }
}
