package dev.spoor.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.event.Time;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import dev.spoor.rule.Severity;
import dev.spoor.triage.CriticalAsset.Kind;
import dev.spoor.triage.EntityRisk.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sums the risk of alerts by host and user, as Splunk's risk-based alerting does: the score of an alert (for Splunk impact × confidence / 100, or that of the risk object; for
 * Elastic the risk score) counts for each host and user that it is about; sums over 24 hours, different tactics over 7 days. Where a rule states no score, its severity stands
 * for one. Alerts closed as false or benign positive or as duplicate add nothing.
 */
public final class RiskByEntity {
    private static final long DAY = 24L * 3_600 * Time.SECOND;
    private static final long WEEK = 7 * DAY;
    private static final Pattern OBJECT = Pattern.compile("^([^ (]+) \\(([^)]*)\\)$");
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, String> types;
    private final CriticalAssets critical;

    /**
     * For a case.
     *
     * @param rules the rules of the alerts
     * @param types types that were given to rules, by rule id
     */
    public RiskByEntity(List<Rule> rules, Map<String, String> types, CriticalAssets critical) {
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
        this.types = Map.copyOf(types);
        this.critical = critical;
    }

    /** The hosts and users of alerts; the highest sum in 24 hours comes first, then more tactics, then the name. */
    public List<EntityRisk> of(List<Alert> alerts) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Alert alert : alerts) {
            add(alert, Kind.HOST, alert.host(), parts, names);
            add(alert, Kind.USER, alert.user(), parts, names);
        }
        List<EntityRisk> risks = new ArrayList<>();
        parts.forEach((key, list) -> risks.add(risk(key.startsWith("host ") ? Kind.HOST : Kind.USER, names.get(key), list)));
        risks.sort(Comparator.comparingLong(EntityRisk::day).thenComparingInt(EntityRisk::tactics).reversed().thenComparing(EntityRisk::kind)
                .thenComparing(EntityRisk::name));
        return risks;
    }

    private void add(Alert alert, Kind kind, Optional<String> name, Map<String, List<Part>> parts, Map<String, String> names) {
        CriticalAssets.key(name).ifPresent(key -> {
            String place = kind.word() + " " + key;
            names.putIfAbsent(place, name.orElseThrow());
            parts.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Part(alert, score(alert, kind), type(alert)));
        });
    }

    /** The type that counts: the one that was given, else the rule's own. */
    private String type(Alert alert) {
        Rule rule = rules.get(alert.rule().id());
        return types.getOrDefault(alert.rule().id(), rule == null ? "" : rule.type().toLowerCase(Locale.ROOT));
    }

    private long score(Alert alert, Kind kind) {
        boolean none = alert.reason().filter(reason -> reason == Reason.FALSE_POSITIVE || reason == Reason.BENIGN_POSITIVE || reason == Reason.DUPLICATE).isPresent();
        if (none) {
            return 0;
        }
        Rule rule = rules.get(alert.rule().id());
        OptionalLong object = rule == null ? OptionalLong.empty() : rule.riskBasedAlerting().map(risk -> object(risk, kind)).orElse(OptionalLong.empty());
        return object.orElseGet(() -> alert.risk().isPresent() ? alert.risk().getAsInt() : usual(alert.severity()));
    }

    /** The highest score of the risk objects of a kind: {@code dest (system, 64)}. */
    private static OptionalLong object(RiskBasedAlerting risk, Kind kind) {
        OptionalLong highest = OptionalLong.empty();
        for (String object : risk.objects()) {
            Matcher stated = OBJECT.matcher(object);
            if (!stated.matches()) {
                continue;
            }
            boolean user = stated.group(2).toLowerCase(Locale.ROOT).contains("user");
            for (String about : stated.group(2).split(", ")) {
                if (user == (kind == Kind.USER) && about.matches("[0-9]{1,3}")) {
                    highest = OptionalLong.of(Math.max(highest.orElse(0), Long.parseLong(about)));
                }
            }
        }
        return highest;
    }

    /** The lowest risk score of a severity in Kibana. */
    private static long usual(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL -> 1;
            case LOW -> 21;
            case MEDIUM -> 47;
            case HIGH -> 73;
            case CRITICAL -> 99;
        };
    }

    private EntityRisk risk(Kind kind, String name, List<Part> all) {
        List<Part> parts = all.stream().sorted(Comparator.comparingLong((Part part) -> part.alert().time()).thenComparing(part -> part.alert().id())).toList();
        List<Part> timed = parts.stream().filter(part -> part.alert().time() != Time.NONE).toList();
        long total = parts.stream().mapToLong(Part::score).sum();
        long first = timed.isEmpty() ? Time.NONE : timed.getFirst().alert().time();
        long last = timed.isEmpty() ? Time.NONE : timed.getLast().alert().time();
        return new EntityRisk(kind, name, day(timed), total, tactics(timed), first, last, critical.contains(kind, name), parts);
    }

    private static long day(List<Part> parts) {
        long highest = 0;
        long sum = 0;
        Deque<Part> within = new ArrayDeque<>();
        for (Part part : parts) {
            within.add(part);
            sum += part.score();
            while (part.alert().time() - within.peek().alert().time() > DAY) {
                sum -= within.poll().score();
            }
            highest = Math.max(highest, sum);
        }
        return highest;
    }

    private static int tactics(List<Part> parts) {
        int highest = 0;
        Map<String, Integer> counts = new HashMap<>();
        Deque<Part> within = new ArrayDeque<>();
        for (Part part : parts.stream().filter(one -> one.score() > 0).toList()) {
            within.add(part);
            part.alert().tactics().forEach(tactic -> counts.merge(tactic, 1, Integer::sum));
            while (part.alert().time() - within.peek().alert().time() > WEEK) {
                within.poll().alert().tactics().forEach(tactic -> counts.computeIfPresent(tactic, (_, count) -> count == 1 ? null : count - 1));
            }
            highest = Math.max(highest, counts.size());
        }
        return highest;
    }
}
