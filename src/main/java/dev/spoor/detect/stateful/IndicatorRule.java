package dev.spoor.detect.stateful;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.detect.Memory;
import dev.spoor.detect.TypedField;
import dev.spoor.job.Job;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Compares the values of events with those of indicators, once both are complete. Each event with at least one indicator is a match that tells which. */
final class IndicatorRule implements RememberingRule {
    private final CompiledRule rule;
    private final Comparator<FoundEvent> order;
    private final Terms terms;
    private final RememberLimits limits;
    private final List<String> fields;
    private final EventLog log;
    /** For each event, field by field: how many values, then their numbers. */
    private final IntBag values = new IntBag();
    private final Indicators indicators;
    private final Enrichments enrichments;
    private boolean full;

    IndicatorRule(CompiledRule rule, Memory.Indicators memory, Comparator<FoundEvent> order, Terms terms, EventShelf shelf, RememberLimits limits) {
        this.rule = rule;
        this.order = order;
        this.terms = terms;
        this.limits = limits;
        this.fields = pairs(memory).stream().map(pair -> pair.field().name()).distinct().toList();
        this.log = new EventLog(shelf);
        this.indicators = new Indicators(memory, fields, new EventLog(shelf));
        this.enrichments = new Enrichments(memory.path(), limits.enrichments());
    }

    private static List<Memory.Pair> pairs(Memory.Indicators memory) {
        return memory.alternatives().stream().flatMap(List::stream).toList();
    }

    @Override public CompiledRule rule() {
        return rule;
    }

    @Override public void take(CompiledRule compiled, Segment segment, int number, Bitmap events, Bitmap found) {
        if (!(compiled.finisher() instanceof Finisher.Remembering(Memory.Indicators here))) {
            throw new IllegalArgumentException("no indicator rule: " + compiled.rule().id());
        }
        full |= log.size() + events.cardinality() > limits.entries() || indicators.size() + found.cardinality() > limits.indicators();
        if (full) {
            return;
        }
        indicators.take(here, segment, number, found, terms);
        takeEvents(here, segment, number, events);
    }

    private void takeEvents(Memory.Indicators here, Segment segment, int number, Bitmap events) {
        List<TermColumns> columns = fields.stream().map(name -> new TermColumns(field(here, name), segment, terms)).toList();
        IntBag read = new IntBag();
        for (int event = events.next(0); event >= 0; event = events.next(event + 1)) {
            int start = values.size();
            int all = 0;
            for (TermColumns column : columns) {
                read.clear();
                column.read(event, read);
                values.add(read.size());
                for (int i = 0; i < read.size(); i++) {
                    values.add(read.get(i));
                }
                all += read.size();
            }
            if (all > 0) {
                log.add(segment.time(event), number, event, start);
            }
        }
    }

    private static TypedField field(Memory.Indicators here, String name) {
        return pairs(here).stream().map(Memory.Pair::field).filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }

    @Override public void finish(Consumer<Match> sink, Job job) {
        if (full || indicators.size() == 0) {
            return;
        }
        for (int entry : log.sorted(order)) {
            job.check();
            List<Indicators.Hit> hits = indicators.of(read(log.code(entry)));
            if (!hits.isEmpty()) {
                sink.accept(new Match(rule, List.of(log.event(entry)), 1, "", enrichments.row(hits, indicators, terms)));
            }
        }
    }

    private List<int[]> read(int start) {
        List<int[]> read = new ArrayList<>();
        int at = start;
        for (int field = 0; field < fields.size(); field++) {
            int[] numbers = new int[values.get(at++)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = values.get(at++);
            }
            read.add(numbers);
        }
        return read;
    }

    @Override public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (full) {
            notes.add("gave no alerts, because it would have to remember more than " + limits.entries() + " events or " + limits.indicators() + " indicators");
        } else if (indicators.size() == 0) {
            notes.add("found no indicator in the case, nor in files of indicators");
        }
        return notes;
    }
}
