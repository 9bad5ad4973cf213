package dev.spoor.exec.correlation;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventCorrelation.Bound;
import dev.spoor.query.pipeline.EventCorrelation.Correlated;
import dev.spoor.query.pipeline.EventCorrelation.Matching;
import dev.spoor.query.pipeline.EventCorrelation.Measure;
import dev.spoor.query.pipeline.EventCorrelation.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs a correlation over events. The span of time slides: it ends at each event in turn; when what is asked holds, the group is told and begins anew behind that event. Where more events could
 * undo it (a bound from above), a span begins at the first event behind the last span, and is judged whole. A member without one of the group's fields, or without a time, has no part.
 * Used once, by one thread.
 */
public final class CorrelationRunner<E> {
    private static final int CHECK_EVERY = 1_000;
    private final List<CorrelationEvent<E>> events;
    private final Job job;

    /** @param order of the events; by time first */
    public CorrelationRunner(List<CorrelationEvent<E>> events, Comparator<E> order, Job job) {
        this.events = events.stream().sorted(Comparator.comparing(CorrelationEvent::event, order)).toList();
        this.job = job;
    }

    /** What was found, in the order of the last events, then of the groups as they first came. */
    public List<Correlation<E>> run(EventCorrelation correlation) {
        return occurrences(correlation.root()).stream()
                .map(one -> new Correlation<>(one.group(), one.events().stream().map(place -> events.get(place).event()).toList())).toList();
    }

    private List<Occurrence> occurrences(EventCorrelation.Origin origin) {
        return switch (origin) {
            case Matching(int condition) -> IntStream.range(0, events.size()).filter(place -> (events.get(place).conditions() & 1L << condition) != 0)
                    .filter(place -> events.get(place).row().time() != Time.NONE)
                    .mapToObj(place -> new Occurrence(events.get(place).row().time(), place, List.of(place), events.get(place).row(), Map.of(), 0)).toList();
            case Correlated correlated -> correlated(correlated);
        };
    }

    private List<Occurrence> correlated(Correlated asked) {
        List<Occurrence> all = new ArrayList<>();
        for (int member = 0; member < asked.members().size(); member++) {
            int number = member;
            occurrences(asked.members().get(member).origin()).forEach(one -> all.add(one.as(number)));
        }
        all.sort(Comparator.comparingInt(Occurrence::place).thenComparingInt(Occurrence::member));
        Map<List<String>, List<Occurrence>> groups = new LinkedHashMap<>();
        for (Occurrence one : all) {
            key(asked.members().get(one.member()), one).ifPresent(key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one));
        }
        List<Occurrence> found = new ArrayList<>();
        groups.forEach((key, members) -> {
            Map<String, String> group = new LinkedHashMap<>();
            for (int i = 0; i < key.size(); i++) {
                group.put(asked.names().get(i), key.get(i));
            }
            group(asked, members, group, found);
        });
        found.sort(Comparator.comparingInt(Occurrence::place));
        return found;
    }

    private static Optional<List<String>> key(Member member, Occurrence one) {
        List<String> key = new ArrayList<>();
        for (FieldRef field : member.keys()) {
            Optional<String> text = one.text(field);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            key.add(text.get());
        }
        return Optional.of(key);
    }

    private void group(Correlated asked, List<Occurrence> members, Map<String, String> group, List<Occurrence> found) {
        if (asked.measure() == Measure.RULES_IN_ORDER) {
            inOrder(asked, members, group, found);
        } else if (asked.bounds().stream().allMatch(Bound::lower)) {
            sliding(asked, members, group, found);
        } else {
            whole(asked, members, group, found);
        }
    }

    private void sliding(Correlated asked, List<Occurrence> members, Map<String, String> group, List<Occurrence> found) {
        Window window = new Window(asked);
        int seen = 0;
        for (Occurrence one : members) {
            if (++seen % CHECK_EVERY == 0) {
                job.check();
            }
            window.add(one);
            while (one.time() - window.held().getFirst().time() > asked.timespan()) {
                window.removeFirst();
            }
            if (window.satisfied()) {
                found.add(together(List.copyOf(window.held()), group));
                window.clear();
            }
        }
    }

    private static void whole(Correlated asked, List<Occurrence> members, Map<String, String> group, List<Occurrence> found) {
        Window window = new Window(asked);
        for (int i = 0; i < members.size(); i++) {
            window.add(members.get(i));
            boolean last = i + 1 == members.size() || members.get(i + 1).time() - window.held().getFirst().time() > asked.timespan();
            if (last) {
                if (window.satisfied()) {
                    found.add(together(List.copyOf(window.held()), group));
                }
                window.clear();
            }
        }
    }

    /** Keeps, for each member, the chain up to it that began last; a chain's last event comes before the next one's. */
    private static void inOrder(Correlated asked, List<Occurrence> members, Map<String, String> group, List<Occurrence> found) {
        int length = asked.members().size();
        List<List<Occurrence>> chains = new ArrayList<>();
        IntStream.range(0, length).forEach(_ -> chains.add(List.of()));
        int at = 0;
        while (at < members.size()) {
            int end = at;
            while (end < members.size() && members.get(end).place() == members.get(at).place()) {
                end++;
            }
            List<List<Occurrence>> before = List.copyOf(chains);
            for (Occurrence one : members.subList(at, end)) {
                List<Occurrence> shorter = one.member() == 0 ? List.of() : before.get(one.member() - 1);
                boolean fits = one.member() == 0 || !shorter.isEmpty() && one.time() - shorter.getFirst().time() <= asked.timespan();
                if (fits) {
                    List<Occurrence> chain = new ArrayList<>(shorter);
                    chain.add(one);
                    chains.set(one.member(), chain);
                }
            }
            if (!chains.get(length - 1).isEmpty()) {
                found.add(together(chains.get(length - 1), group));
                IntStream.range(0, length).forEach(i -> chains.set(i, List.of()));
            }
            at = end;
        }
    }

    private static Occurrence together(List<Occurrence> held, Map<String, String> group) {
        List<Integer> places = held.stream().flatMap(one -> one.events().stream()).distinct().sorted().toList();
        Occurrence last = held.stream().max(Comparator.comparingInt(Occurrence::place)).orElseThrow();
        return new Occurrence(last.time(), last.place(), places, last.row(), group, 0);
    }
}
