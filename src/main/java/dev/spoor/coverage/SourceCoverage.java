package dev.spoor.coverage;

import java.util.List;

/**
 * What a source covers.
 *
 * @param hosts      the hosts of its events, the most frequent first, then by name; at most {@link CoverageCount#MOST_HOSTS}
 * @param hostCount  how many hosts there are; one more than {@code hosts} holds means: at least so many
 * @param hostless   events that name no host
 * @param logs       the record numbers of each log, by host and log
 * @param unlisted   numbered events of logs beyond the first 10,000, which are not looked at
 * @param gaps       the holes in record numbers with the most missing, in the order of host, log, number; at most {@link CoverageCount#MOST_GAPS}
 * @param gapCount   how many holes there are in all logs whose holes are known
 * @param quiet      the longest times without an event, in the order of time; at most {@link CoverageCount#MOST_GAPS}
 * @param quietCount how many times without an event there are; -1 where the events are too scattered to count
 * @param cleared    events that say that a log was cleared, by time; at most {@link CoverageCount#MOST_GAPS}
 */
public record SourceCoverage(List<HostEvents> hosts, int hostCount, long hostless, List<LogNumbers> logs, long unlisted, List<LogGap> gaps, long gapCount, List<QuietTime> quiet,
        long quietCount, List<ClearedLog> cleared) {
    /** Of a source without events. */
    public static final SourceCoverage NONE = new SourceCoverage(List.of(), 0, 0, List.of(), 0, List.of(), 0, List.of(), 0, List.of());

    public SourceCoverage {
        hosts = List.copyOf(hosts);
        logs = List.copyOf(logs);
        gaps = List.copyOf(gaps);
        quiet = List.copyOf(quiet);
        cleared = List.copyOf(cleared);
    }
}
