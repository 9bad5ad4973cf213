package dev.spoor.bench;

import dev.spoor.event.Time;
import dev.spoor.rule.Rule;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.Variant;
import dev.spoor.rule.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Any number of invented alerts, the same each time. */
public final class ManyAlerts {
    private ManyAlerts() {}

    /** Alerts of some rules over three days. */
    public static List<Alert> of(int count, List<Rule> rules) {
        Random random = new Random(7);
        List<Alert> alerts = new ArrayList<>(count);
        long start = Time.parse("2024-05-01T08:00:00Z");
        for (int i = 0; i < count; i++) {
            Rule rule = rules.get((int) Math.min(rules.size() - 1.0, Math.abs(random.nextGaussian()) * rules.size() / 3));
            String host = "wks-%03d".formatted(random.nextInt(220));
            String user = "nwf\\u%04d".formatted(random.nextInt(900));
            int kind = random.nextInt(20);
            Status status = kind == 0 ? Status.CLOSED : kind == 1 ? Status.ACKNOWLEDGED : Status.OPEN;
            long time = start + (long) (random.nextDouble() * 60 * 3600 * 10_000_000L);
            int events = 1 + random.nextInt(3);
            List<EventReference> references = new ArrayList<>();
            for (int e = 0; e < events; e++) {
                references.add(new EventReference(i * 3L + e + 1, "evidence/" + host + "-security.evtx", "", i + e + 1));
            }
            alerts.add(new Alert("%032x".formatted(i * 2_654_435_761L), new Alert.RuleStamp(rule.id(), rule.name(), rule.origin(), rule.language(), rule.version(),
                    Fidelity.Status.EXACT), time, Severity.values()[(i * 7 + kind) % 5], false, OptionalInt.of(random.nextInt(100)), status,
                    status == Status.CLOSED ? Optional.of(Reason.FALSE_POSITIVE) : Optional.empty(), List.of("T1059.001"), List.of("TA0002"), Optional.of(host),
                    Optional.of(user), rule.name() + " on " + host + " by " + user + ".", references, Map.of(), events, true, kind == 5 ? List.of("seen") : List.of())
                    .like(variant(rule, i)));
        }
        return alerts;
    }

    /** Six kinds for each rule. */
    private static Variant variant(Rule rule, int number) {
        int kind = number * 31 % 6;
        return new Variant("%08x%08x".formatted(rule.id().hashCode(), kind), "parent%d.exe → tool.exe /run job%d · person".formatted(kind, kind));
    }
}
