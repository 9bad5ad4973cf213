package dev.spoor.detect;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Index patterns as conditions on events. There are no indices here, so a pattern excludes an event only where the event's own data stream or agent
 * contradicts it. Windows records of any origin satisfy the patterns that Windows records are indexed under; Elastic Defend's patterns are satisfied by its own
 * events, else by Sysmon's and the process audit's of the same category, which makes the rule approximate.
 */
public final class IndexPatterns {
    private static final FieldRef DATASET = ref("data_stream.dataset");
    private static final FieldRef EVENT_DATASET = ref("event.dataset");
    private static final FieldRef AGENT = ref("agent.type");
    private static final FieldRef CHANNEL = new FieldRef("winlog.channel", List.of(Field.ecs("winlog.channel"), Field.source("System.Channel")));
    private static final FieldRef PROVIDER = new FieldRef("winlog.provider_name", List.of(Field.ecs("winlog.provider_name"), Field.source("System.Provider_Name")));
    private static final FieldRef CODE = ref("event.code");
    private static final Expression WINDOWS = new Expression.Exists(CHANNEL);
    private static final Expression UNMARKED = Expression.and(Expression.not(new Expression.Exists(DATASET)), Expression.not(new Expression.Exists(EVENT_DATASET)),
            Expression.not(new Expression.Exists(AGENT)));
    private static final Set<String> WINDOWS_DATASETS = Set.of("system.", "windows.", "system", "windows");

    private IndexPatterns() {}

    /**
     * The condition that an event must satisfy to be seen through the patterns.
     *
     * @param patterns    of the rule; none: every event
     * @param filter      the rule's own condition: where it asks for another system than Windows, no Windows sensor can stand in
     * @param otherSensor receives a sentence for each pattern that another sensor than it names may answer
     */
    public static Expression condition(List<String> patterns, Expression filter, List<String> otherSensor) {
        boolean standIn = !asksForOtherSystem(filter);
        List<Expression> any = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.startsWith("-")) {
                continue;
            }
            Expression one = one(pattern.contains(":") ? pattern.substring(pattern.indexOf(':') + 1) : pattern, standIn, otherSensor);
            if (one.equals(Expression.TRUE)) {
                return Expression.TRUE;
            }
            any.add(one);
        }
        return any.isEmpty() ? Expression.TRUE : new Expression.Or(any);
    }

    private static Expression one(String pattern, boolean standIn, List<String> otherSensor) {
        if (pattern.equals("*") || pattern.equals("logs-*") || pattern.equals("_all")) {
            return Expression.TRUE;
        }
        if (pattern.startsWith("winlogbeat")) {
            return Expression.or(UNMARKED, WINDOWS, agent("winlogbeat"));
        }
        for (String beat : List.of("auditbeat", "filebeat", "packetbeat", "heartbeat", "metricbeat", "endgame")) {
            if (pattern.startsWith(beat)) {
                return Expression.or(Expression.and(UNMARKED, Expression.not(WINDOWS)), agent(beat));
            }
        }
        if (pattern.startsWith("logs-")) {
            return dataStream(pattern.substring(5), standIn, otherSensor);
        }
        return Expression.or(UNMARKED, agent(pattern.replaceFirst("[-*].*", "")));
    }

    private static Expression dataStream(String rest, boolean standIn, List<String> otherSensor) {
        // logs-<data set>-<namespace>: the data set holds no dash, so it ends at the first one
        String dataset = rest.contains("-") ? rest.substring(0, rest.indexOf('-')) : rest;
        List<Expression> any = new ArrayList<>();
        any.add(like(DATASET, dataset));
        any.add(Expression.and(Expression.not(new Expression.Exists(DATASET)), like(EVENT_DATASET, dataset)));
        if (WINDOWS_DATASETS.stream().anyMatch(dataset::startsWith)) {
            any.add(UNMARKED);
            any.add(WINDOWS);
            return new Expression.Or(any);
        }
        any.add(Expression.and(UNMARKED, Expression.not(WINDOWS)));
        if (dataset.startsWith("endpoint")) {
            any.add(Expression.and(Expression.not(new Expression.Exists(DATASET)), agent("endpoint")));
            Expression sysmon = otherSensor(dataset);
            if (standIn && !sysmon.equals(Expression.FALSE)) {
                any.add(sysmon);
                otherSensor.add("logs-" + rest + " is answered by Sysmon and the process audit where Elastic Defend was not collected");
            }
        }
        return new Expression.Or(any);
    }

    /** Whether a condition holds only where {@code host.os.type} is something else than Windows. */
    private static boolean asksForOtherSystem(Expression filter) {
        return switch (filter) {
            case Expression.And(List<Expression> terms) -> terms.stream().anyMatch(IndexPatterns::asksForOtherSystem);
            case Expression.Or(List<Expression> terms) -> !terms.isEmpty() && terms.stream().allMatch(IndexPatterns::asksForOtherSystem);
            case Expression.Test(FieldRef field, ValueTest test) when field.name().equals("host.os.type") -> !allowsWindows(test);
            case Expression.Test _, Expression.Constant _, Expression.Not _, Expression.Exists _, Expression.AnyField _, Expression.AnyValue _, Expression.Nested _, Expression.Holds _ ->
                    false;
        };
    }

    private static boolean allowsWindows(ValueTest test) {
        return switch (test) {
            case ValueTest.Equal(String text, boolean _) -> text.equalsIgnoreCase("windows");
            case ValueTest.OneOf(Set<String> texts, boolean _) -> texts.stream().anyMatch("windows"::equalsIgnoreCase);
            default -> true;
        };
    }

    /** Sysmon's events, and 4688, of the category that an Elastic Defend data set holds. */
    private static Expression otherSensor(String dataset) {
        String category = dataset.replaceFirst("^endpoint(\\.events)?\\.?", "").replace("*", "");
        List<Expression> any = new ArrayList<>();
        if (category.isEmpty() || category.equals("process")) {
            any.add(sysmon("1", "5", "8", "10"));
            any.add(Expression.and(equal(CHANNEL, "Security"), codes("4688", "4689")));
        }
        if (category.isEmpty() || category.equals("network")) {
            any.add(sysmon("3", "22"));
        }
        if (category.isEmpty() || category.equals("file")) {
            any.add(sysmon("2", "11", "15", "23", "26", "27", "28", "29"));
        }
        if (category.isEmpty() || category.equals("registry")) {
            any.add(sysmon("12", "13", "14"));
        }
        if (category.isEmpty() || category.equals("library")) {
            any.add(sysmon("6", "7"));
        }
        return any.isEmpty() ? Expression.FALSE : new Expression.Or(any);
    }

    private static Expression sysmon(String... codes) {
        return Expression.and(equal(PROVIDER, "Microsoft-Windows-Sysmon"), codes(codes));
    }

    private static Expression codes(String... codes) {
        return new Expression.Test(CODE, new ValueTest.OneOf(Set.of(codes), false));
    }

    private static Expression agent(String type) {
        return equal(AGENT, type);
    }

    private static Expression equal(FieldRef field, String text) {
        return new Expression.Test(field, new ValueTest.Equal(text, true));
    }

    private static Expression like(FieldRef field, String pattern) {
        Glob.Builder glob = new Glob.Builder();
        for (char c : pattern.toCharArray()) {
            if (c == '*') {
                glob.any();
            } else {
                glob.literal(c);
            }
        }
        return new Expression.Test(field, new ValueTest.Like(glob.build(), true));
    }

    private static FieldRef ref(String path) {
        return new FieldRef(path, List.of(Field.ecs(path)));
    }
}
