package dev.spoor.ui;

import dev.spoor.event.Time;
import dev.spoor.rule.Rule;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.workbench.RuleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Invented alerts of the invented rules. */
final class SampleAlerts {
    private static final String[] HOSTS = {"ca01", "dc01", "dc02", "wks-114", "wks-097", "fs03", "vpn01"};
    private static final String[] USERS = {"nwf\\adm-pki2", "nwf\\m-ops4", "nwf\\svc-app", "SYSTEM"};

    private SampleAlerts() {}

    static List<Alert> all() {
        List<Alert> all = new ArrayList<>();
        List<RuleState> rules = SampleRules.all();
        for (int i = 0; i < rules.size(); i++) {
            RuleState state = rules.get(i);
            for (int j = 0; j < Math.min(3, state.alerts()); j++) {
                all.add(alert(state, i, j));
            }
        }
        all.sort((a, b) -> Long.compare(a.time(), b.time()));
        return List.copyOf(all);
    }

    static Alert alert(RuleState state, int i, int j) {
        Rule rule = state.rule();
        boolean adcs = i == 0;
        String host = HOSTS[adcs ? 0 : (i + j) % HOSTS.length];
        String user = USERS[adcs ? 0 : (i * 3 + j) % USERS.length];
        long time = Time.parse("2024-05-02T%02d:%02d:%02d.318Z".formatted(2 + (i * 5 + j) % 6, (14 + i * 7 + j * 11) % 60, (7 + i * 13) % 60));
        Status status = (i + j) % 9 == 7 ? Status.CLOSED : (i + j) % 9 == 8 ? Status.ACKNOWLEDGED : Status.OPEN;
        int events = adcs ? 2 : 1;
        String id = "%02x%02x".formatted(i, j).repeat(16);
        String summary = adcs ? user + " backed up the certificate database of " + host + " to a public folder, 23 minutes after its first remote logon there."
                : i == 1 ? user + " asked " + host + " for a service ticket of krbtgt with RC4."
                : i == 2 ? user + " replicated the directory from " + host + " without being a controller."
                : rule.name() + " on " + host + " by " + user + ".";
        return new Alert(id, new Alert.RuleStamp(rule.id(), rule.name(), rule.origin(), rule.language(), rule.version(), state.fidelity().status()), time, rule.severity(), false,
                rule.risk(), status, status == Status.CLOSED ? Optional.of(Reason.FALSE_POSITIVE) : Optional.empty(), List.of("T1649"), List.of("TA0006"), Optional.of(host),
                Optional.of(user), summary,
                IntStream.range(0, events).mapToObj(n -> new EventReference(88_412 + n, "evidence/" + host + "-security.evtx", "", 204_677L + n)).toList(),
                i == 1 ? Map.of("count", 22, "dest", host) : Map.of(), events, true, j == 1 ? List.of("pki") : List.of());
    }
}
