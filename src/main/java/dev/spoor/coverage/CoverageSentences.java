package dev.spoor.coverage;

import dev.spoor.event.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a source covers, in plain sentences. Times are in UTC, cut to seconds. Values stand as the evidence has them: escape them where they are shown. */
public final class CoverageSentences {
    private static final int NAMED_HOSTS = 10;

    private CoverageSentences() {}

    /** All sentences but that about the hosts: cleared logs, holes in record numbers, quiet times. Empty where there is nothing to say. */
    public static List<String> of(SourceCoverage coverage) {
        List<String> all = new ArrayList<>();
        coverage.cleared().forEach(cleared -> all.add(cleared(cleared)));
        coverage.logs().stream().filter(log -> log.gaps() != 0).forEach(log -> all.add(numbers(log)));
        coverage.gaps().forEach(gap -> all.add(gap(gap)));
        if (coverage.gapCount() > coverage.gaps().size()) {
            all.add(format("These are the %,d largest of %,d holes.", coverage.gaps().size(), coverage.gapCount()));
        }
        if (coverage.unlisted() > 0) {
            all.add(format("%,d events are of more logs than are looked at for holes (10,000).", coverage.unlisted()));
        }
        coverage.quiet().forEach(quiet -> all.add(format("No event for %s, from %s to %s.", length(quiet.length()), time(quiet.from()), time(quiet.to()))));
        if (coverage.quietCount() < 0) {
            all.add("The events are too scattered to look for times without any.");
        } else if (coverage.quietCount() > coverage.quiet().size()) {
            all.add(format("These are the %,d longest of %,d times without an event for more than 30 minutes.", coverage.quiet().size(), coverage.quietCount()));
        }
        return all;
    }

    /** The hosts with their events, the first ten of them; empty where no event names one. */
    public static String hosts(SourceCoverage coverage) {
        List<String> named = new ArrayList<>();
        coverage.hosts().stream().limit(NAMED_HOSTS).forEach(host -> named.add(format("%s (%,d)", host.host(), host.events())));
        if (coverage.hostCount() > NAMED_HOSTS) {
            String least = coverage.hostCount() > coverage.hosts().size() ? "at least " : "";
            named.add(format("and %s%,d more", least, coverage.hostCount() - NAMED_HOSTS));
        }
        return String.join(", ", named);
    }

    private static String cleared(ClearedLog cleared) {
        String log = cleared.code().equals("1102") ? "The Security log" : "A log";
        return format("%s%s was cleared at %s (event %s).", log, ofHost(cleared.host()), time(cleared.time()), cleared.code());
    }

    private static String numbers(LogNumbers log) {
        if (log.gaps() < 0) {
            return format("%s: record numbers %d to %d, too scattered to count the holes.", name(log.host(), log.log()), log.first(), log.last());
        }
        return format("%s: record numbers %d to %d with %,d %s, %,d numbers missing.", name(log.host(), log.log()), log.first(), log.last(), log.gaps(),
                log.gaps() == 1 ? "hole" : "holes", log.missing());
    }

    private static String gap(LogGap gap) {
        return format("%s: %,d missing between record %d (%s) and %d (%s).", name(gap.host(), gap.log()), gap.missing(), gap.before(), time(gap.from()), gap.after(),
                time(gap.to()));
    }

    private static String name(String host, String log) {
        return (log.isEmpty() ? "Log" : log) + ofHost(host);
    }

    private static String ofHost(String host) {
        return host.isEmpty() ? "" : " of " + host;
    }

    private static String time(long ticks) {
        if (ticks == Time.NONE) {
            return "no time";
        }
        Instant instant = Time.instant(ticks).truncatedTo(ChronoUnit.SECONDS);
        return instant.toString().replace('T', ' ').replace("Z", " UTC");
    }

    /** The two greatest units of a length in ticks. */
    static String length(long ticks) {
        long minutes = ticks / (60 * Time.SECOND);
        long days = minutes / 1440;
        long hours = minutes / 60 % 24;
        return days > 0 ? format("%,d d %d h", days, hours) : hours > 0 ? format("%d h %d min", hours, minutes % 60) : format("%d min", minutes);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
