package dev.spoor.exec.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds sequences step by step, the way Elasticsearch's documentation tells it: all first events begin a sequence; then, for each event of the next step in turn, the youngest
 * sequence before it goes on and all older ones of the key are dropped. Slow and plain.
 */
final class SlowSequences {
    /** An event of a stream: its time, its keys, the conditions that it satisfies. Its number is its place in the stream. */
    record Happening(int number, long time, Set<String> keys, Set<Integer> conditions) {}

    /** A step: a condition, and whether it must be missing. */
    record Ask(int condition, boolean missing) {}

    private record Chain(String key, List<Happening> events) {
        Happening last() {
            return events.getLast();
        }

        Chain with(Happening next) {
            List<Happening> longer = new ArrayList<>(events);
            longer.add(next);
            return new Chain(key, longer);
        }
    }

    private final List<Happening> stream;
    private final List<Ask> asks;
    private final int until;
    private final long span;

    /** @param until number of the condition, or -1 */
    SlowSequences(List<Happening> stream, List<Ask> asks, int until, long span) {
        this.stream = stream;
        this.asks = asks;
        this.until = until;
        this.span = span;
    }

    /** The sequences as texts: {@code key: 1 - 4}. */
    List<String> find() {
        List<Integer> steps = asks.stream().filter(ask -> !ask.missing()).map(Ask::condition).toList();
        Set<String> keys = new TreeSet<>();
        stream.forEach(event -> keys.addAll(event.keys()));
        List<Chain> complete = new ArrayList<>();
        keys.forEach(key -> complete.addAll(chains(key, steps)));
        complete.removeIf(chain -> !nothingOccurred(chain));
        complete.sort(Comparator.comparingInt((Chain chain) -> chain.last().number()).thenComparing(Chain::key));
        return complete.stream().map(this::text).toList();
    }

    private List<Chain> chains(String key, List<Integer> steps) {
        List<Chain> chains = new ArrayList<>();
        for (Happening event : of(key, steps.getFirst())) {
            chains.add(new Chain(key, List.of(event)));
        }
        for (int condition : steps.subList(1, steps.size())) {
            List<Chain> longer = new ArrayList<>();
            for (Happening event : of(key, condition)) {
                List<Chain> before = chains.stream().filter(chain -> chain.last().number() < event.number()).toList();
                chains.removeAll(before);
                if (!before.isEmpty()) {
                    Chain youngest = before.getLast();
                    boolean inTime = event.time() - youngest.events().getFirst().time() <= span;
                    if (inTime && !ended(key, youngest.last().number(), event.number())) {
                        longer.add(youngest.with(event));
                    }
                }
            }
            chains = longer;
        }
        return chains;
    }

    private List<Happening> of(String key, int condition) {
        return stream.stream().filter(event -> event.keys().contains(key) && event.conditions().contains(condition)).toList();
    }

    private boolean ended(String key, int from, int to) {
        return until >= 0 && of(key, until).stream().anyMatch(event -> event.number() >= from && event.number() <= to);
    }

    private boolean nothingOccurred(Chain chain) {
        int next = 0;
        List<Long> before = new ArrayList<>();
        List<Long> behind = new ArrayList<>();
        boolean leading = false;
        boolean trailing = false;
        Happening first = chain.events().getFirst();
        for (Ask ask : asks) {
            if (!ask.missing()) {
                next++;
                continue;
            }
            leading |= next == 0;
            trailing |= next == chain.events().size();
            for (Happening event : of(chain.key(), ask.condition())) {
                if (next == 0 && event.number() < first.number() && chain.last().time() - event.time() <= span) {
                    before.add(event.time());
                } else if (next == chain.events().size() && event.number() > chain.last().number() && event.time() - first.time() <= span) {
                    behind.add(event.time());
                } else if (next > 0 && next < chain.events().size() && event.number() > chain.events().get(next - 1).number()
                        && event.number() < chain.events().get(next).number()) {
                    return false;
                }
            }
        }
        if (leading && trailing) {
            return before.stream().noneMatch(early -> behind.stream().anyMatch(late -> late - early <= span));
        }
        return before.isEmpty() && behind.isEmpty();
    }

    private String text(Chain chain) {
        StringBuilder out = new StringBuilder(chain.key()).append(':');
        int next = 0;
        for (Ask ask : asks) {
            out.append(' ').append(ask.missing() ? "-" : String.valueOf(chain.events().get(next++).number()));
        }
        return out.toString();
    }
}
