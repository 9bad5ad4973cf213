package dev.spoor.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.event.Time;
import dev.spoor.rule.Finish;
import dev.spoor.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a rule's alerts are suppressed.
 *
 * @param fields      whose values make a group
 * @param interval    ticks between runs of the rule
 * @param duration    ticks for which an alert takes in later ones; empty: one run
 * @param keepMissing whether matches without one of the fields are alerted one by one
 * @param eachValue   whether a match with several values of a field belongs to the group of each of them, as in rules of type query and threshold; else all its values together
 *                    are one
 * @param timestamp   the field that tells the time of an event, where the event has it
 */
record SuppressionRule(List<String> fields, long interval, OptionalLong duration, boolean keepMissing, boolean eachValue, Optional<String> timestamp) {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})([smhdw]?)");
    private static final long USUAL_INTERVAL = 5 * 60 * Time.SECOND;
    /** About a century: no window is longer. */
    private static final long LONGEST = 100L * 366 * 24 * 3_600 * Time.SECOND;

    /** What a rule asks for; empty where it asks for nothing. */
    static Optional<SuppressionRule> of(Rule rule) {
        return rule.settings().suppression()
                .map(asked -> new SuppressionRule(fields(rule, asked), interval(rule), asked.duration().map(SuppressionRule::ticks).orElse(OptionalLong.empty()),
                        asked.keepMissing(), List.of("query", "saved_query", "threshold").contains(rule.type()), rule.settings().timestampOverride()));
    }

    /** Ticks between the runs of a rule; five minutes where it says nothing that can be read. */
    static long interval(Rule rule) {
        OptionalLong stated = rule.schedule().interval().map(SuppressionRule::ticks).orElse(OptionalLong.empty());
        return stated.orElse(USUAL_INTERVAL);
    }

    private static List<String> fields(Rule rule, Finish.Suppression asked) {
        return asked.groupBy().isEmpty() && rule.settings().finish() instanceof Finish.Threshold threshold ? threshold.fields() : asked.groupBy();
    }

    /** A number without a unit is one of seconds, as in Splunk. */
    private static OptionalLong ticks(String stated) {
        Matcher matcher = LENGTH.matcher(stated.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long seconds = switch (matcher.group(2)) {
            case "", "s" -> 1;
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 7 * 86_400;
        };
        long ticks = Math.min(Long.parseLong(matcher.group(1)) * seconds, LONGEST / Time.SECOND) * Time.SECOND;
        return ticks > 0 ? OptionalLong.of(ticks) : OptionalLong.empty();
    }

    /** The run that is the first to see an event of a time: runs are at multiples of the interval since 1970. */
    long run(long time) {
        return run(time, interval);
    }

    static long run(long time, long interval) {
        return time == Time.NONE ? Time.NONE : -Math.floorDiv(-time, interval) * interval;
    }

    /** Whether an alert of one run takes in what a later run finds. */
    boolean takesIn(long alertRun, long run) {
        return run == alertRun || duration.isPresent() && alertRun != Time.NONE && run - duration.getAsLong() <= alertRun;
    }
}
