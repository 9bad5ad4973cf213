package dev.spoor.bench;

import dev.spoor.rule.Rule;
import dev.spoor.store.AlertEvents;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.ui.AlertDesk;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts invented alerts into a case and measures the window on it: {@code AlertDeskBench [ALERTS [CASE]]}, usually 100,000; a named case is kept and used again. Runs with or without a display. */
public final class AlertDeskBench {
    private AlertDeskBench() {}

    public static void main(String[] args) throws IOException, StoreException, WorkbenchException, InterruptedException {
        int count = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("alert-desk");
        boolean keep = args.length > 1;
        Path file = keep ? Path.of(args[1]) : folder.resolve("desk.spoor");
        if (!Files.exists(file)) {
            fill(file, count);
        }
        System.out.printf(Locale.ROOT, "case of %,d alerts, %,d bytes%n", count, Files.size(file));
        // The window remembers in the case how its table was sorted: work on a copy.
        Path used = keep ? Files.copy(file, folder.resolve("copy.spoor")) : file;
        try (Investigation investigation = new Workbench().open(used)) {
            long start = System.nanoTime();
            int all = investigation.alertList().size();
            System.out.printf(Locale.ROOT, "all alerts listed in %,d ms (%,d)%n", (System.nanoTime() - start) / 1_000_000, all);
            AlertDesk desk = new AlertDesk(investigation);
            desk.measure().forEach((what, millis) -> System.out.printf(Locale.ROOT, "%-52s %6d ms%n", what, millis));
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path path : left.toList()) {
                    Files.delete(path);
                }
            }
            Files.delete(folder);
        }
        System.exit(0);
    }

    private static void fill(Path file, int count) throws StoreException {
        List<Rule> rules = AlertDesk.rules();
        List<Alert> alerts = ManyAlerts.of(count, rules);
        try (CaseFile opened = CaseFile.create(file)) {
            long run = opened.runs().begin(0, rules.stream().map(rule -> new RuleRun.Planned(rule, AlertDesk.fidelity(rule))).toList());
            for (int at = 0; at < alerts.size(); at += 10_000) {
                opened.alerts().save(run, alerts.subList(at, Math.min(alerts.size(), at + 10_000)).stream()
                        .map(alert -> new AlertEvents(alert, alert.events().stream().map(event -> "{\"host\":{\"name\":\"wks-114\"}}").toList())).toList());
            }
            opened.runs().finish(run, 1, count, List.of());
        }
    }
}
