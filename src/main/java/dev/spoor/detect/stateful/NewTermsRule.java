package dev.spoor.detect.stateful;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.detect.Memory;
import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Replays a new terms rule, as Elastic Security runs it: a run takes the combinations of values in its window that do not occur between the start of its history
 * and its window; the first event of each is an alert. Whether an event is one for some run is told by the event of the same combination before it: the last run that
 * sees the event has the shortest memory.
 */
final class NewTermsRule implements RememberingRule {
    private final CompiledRule rule;
    private final Memory.NewTerms terms;
    private final Comparator<FoundEvent> order;
    private final Groups groups;
    private final EventShelf shelf;
    private final EventLog log;
    private final Remembered remembered;

    NewTermsRule(CompiledRule rule, Memory.NewTerms newTerms, Comparator<FoundEvent> order, Terms terms, EventShelf shelf, RememberLimits limits) {
        this.rule = rule;
        this.terms = newTerms;
        this.order = order;
        this.groups = new Groups(terms, newTerms.fields().size());
        this.shelf = shelf;
        this.log = new EventLog(shelf);
        this.remembered = new Remembered(groups, log, limits);
    }

    @Override public CompiledRule rule() {
        return rule;
    }

    @Override public List<String> notes() {
        return remembered.notes();
    }

    @Override public void take(CompiledRule compiled, Segment segment, int number, Bitmap events, Bitmap indicators) {
        if (!(compiled.finisher() instanceof Finisher.Remembering(Memory.NewTerms here))) {
            throw new IllegalArgumentException("no new terms rule: " + compiled.rule().id());
        }
        remembered.take(here.fields(), here.replay().timestamp(), segment, number, events, _ -> {});
    }

    @Override public void finish(Consumer<Match> sink, Job job) {
        if (remembered.full()) {
            return;
        }
        Map<Integer, Long> last = new HashMap<>();
        for (int entry : log.sorted(order)) {
            job.check();
            long time = log.time(entry);
            Long before = last.put(log.code(entry), time);
            OptionalLong run = terms.replay().lastRun(time);
            if (run.isEmpty()) {
                remembered.unseen();
            } else if (before == null || before <= terms.history().at(run.getAsLong())) {
                sink.accept(match(entry));
            }
        }
    }

    private Match match(int entry) {
        List<String> texts = groups.texts(log.code(entry));
        Map<String, Object> row = new LinkedHashMap<>();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String name = terms.fields().get(i).name();
            row.put(name, texts.get(i));
            key.append(MatchKeys.part(name, texts.get(i)));
        }
        row.put("new_terms", texts);
        long asked = terms.history().at(terms.replay().firstRun(log.time(entry)).orElseThrow());
        if (shelf.first() > asked) {
            row.put("new_terms.history", "The rule asks for events from " + Time.iso(asked) + " on, and the case begins at " + Time.iso(shelf.first()));
        }
        return new Match(rule, List.of(log.event(entry)), 1, key.toString(), row);
    }
}
