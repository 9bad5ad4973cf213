package dev.spoor.coverage;

import java.util.List;

/** Counts the record numbers of one log of one computer. */
final class LogCount {
    private final Spans numbers;

    /** With at most so many runs of numbers. */
    LogCount(int most) {
        numbers = new Spans(1, most);
    }

    void add(long number, long time) {
        numbers.add(number, time);
    }

    LogNumbers numbers(String host, String log) {
        if (numbers.full()) {
            return new LogNumbers(host, log, numbers.first(), numbers.last(), -1, -1);
        }
        List<Spans.Between> holes = numbers.holes();
        long missing = holes.stream().mapToLong(hole -> hole.after().first() - hole.before().last() - 1).sum();
        return new LogNumbers(host, log, numbers.first(), numbers.last(), numbers.last() - numbers.first() + 1 - missing, holes.size());
    }

    List<LogGap> gaps(String host, String log) {
        if (numbers.full()) {
            return List.of();
        }
        return numbers.holes().stream().map(hole -> new LogGap(host, log, hole.before().last(), hole.after().first(), hole.before().lastTime(), hole.after().firstTime()))
                .toList();
    }
}
