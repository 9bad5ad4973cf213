package dev.spoor.coverage;

import dev.spoor.event.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what one source covers. */
final class SourceCount {
    private static final long QUIET = 30 * 60 * Time.SECOND;
    private static final int MOST_SPANS = 50_000;
    private static final int MOST_LOGS = 10_000;
    private final Map<String, Counter> hosts = new HashMap<>();
    private final Map<LogName, LogCount> logs = new TreeMap<>();
    private final Spans times = new Spans(QUIET, MOST_SPANS);
    private final List<ClearedLog> cleared = new ArrayList<>();
    private LogName lastName;
    private LogCount lastLog;
    private long hostless;
    private long unlisted;

    private record LogName(String host, String log) implements Comparable<LogName> {
        private static final Comparator<LogName> ORDER = Comparator.comparing(LogName::host).thenComparing(LogName::log);

        @Override public int compareTo(LogName other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Counter {
        private long events;
    }

    /** Takes an event of a segment, which has this number in the case. */
    void add(long time, CoverageFields fields, int event, long number) {
        String host = fields.host(event);
        countHost(host);
        if (time != Time.NONE) {
            times.add(time, time);
        }
        if (fields.numbered(event)) {
            LogCount log = log(host, fields.log(event));
            if (log == null) {
                unlisted++;
            } else {
                log.add(fields.number(event), time);
            }
        }
        String code = fields.cleared(event);
        if (!code.isEmpty()) {
            cleared.add(new ClearedLog(number, time, host, fields.log(event), code));
        }
    }

    private void countHost(String host) {
        if (host.isEmpty()) {
            hostless++;
            return;
        }
        Counter counter = hosts.get(host);
        if (counter == null && hosts.size() <= CoverageCount.MOST_HOSTS) {
            counter = new Counter();
            hosts.put(host, counter);
        }
        if (counter != null) {
            counter.events++;
        }
    }

    /** The log's count; null where there are too many logs. */
    private LogCount log(String host, String log) {
        if (lastName == null || !lastName.host().equals(host) || !lastName.log().equals(log)) {
            lastName = new LogName(host, log);
            lastLog = logs.get(lastName);
            if (lastLog == null && logs.size() < MOST_LOGS) {
                lastLog = new LogCount(MOST_SPANS);
                logs.put(lastName, lastLog);
            }
        }
        return lastLog;
    }

    SourceCoverage coverage() {
        List<HostEvents> named = hosts.entrySet().stream().map(entry -> new HostEvents(entry.getKey(), entry.getValue().events))
                .sorted(Comparator.comparingLong(HostEvents::events).reversed().thenComparing(HostEvents::host)).limit(CoverageCount.MOST_HOSTS).toList();
        List<LogNumbers> numbers = new ArrayList<>();
        List<LogGap> gaps = new ArrayList<>();
        logs.forEach((name, count) -> {
            numbers.add(count.numbers(name.host(), name.log()));
            gaps.addAll(count.gaps(name.host(), name.log()));
        });
        List<QuietTime> quiet = times.full() ? List.of() : times.holes().stream().map(hole -> new QuietTime(hole.before().last(), hole.after().first())).toList();
        cleared.sort(Comparator.comparingLong(ClearedLog::time).thenComparingLong(ClearedLog::event));
        return new SourceCoverage(named, hosts.size(), hostless, numbers, unlisted, largest(gaps, Comparator.comparingLong(LogGap::missing)), gaps.size(),
                largest(quiet, Comparator.comparingLong(QuietTime::length)), times.full() ? -1 : quiet.size(),
                cleared.subList(0, Math.min(cleared.size(), CoverageCount.MOST_GAPS)));
    }

    /** The largest ones, in the order in which they were. */
    private static <T> List<T> largest(List<T> all, Comparator<T> size) {
        if (all.size() <= CoverageCount.MOST_GAPS) {
            return all;
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(i);
        }
        places.sort(Comparator.<Integer, T>comparing(all::get, size.reversed()).thenComparing(Comparator.naturalOrder()));
        return places.subList(0, CoverageCount.MOST_GAPS).stream().sorted().map(all::get).toList();
    }
}
