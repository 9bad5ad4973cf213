package dev.spoor.workbench;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A program of its own that loads, detects and decides, and tells on standard output what it begins and what was acknowledged, a line each, until it is killed.
 * It ends by itself after a minute.
 */
final class WorkUntilKilled {
    private static final long LONGEST_MILLIS = 60_000;
    private final Investigation investigation;
    private final List<Path> rules;
    private final String name;
    private final Random random;
    private final List<String> exceptions = new ArrayList<>();

    private WorkUntilKilled(Investigation investigation, List<Path> rules, String name) {
        this.investigation = investigation;
        this.rules = rules;
        this.name = name;
        this.random = new Random(name.hashCode());
    }

    /** @param arguments case, folder of logs, folder of rules, a name that no other program on the case has */
    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().daemon().start(WorkUntilKilled::endInTime);
        say("phase load");
        try (Investigation investigation = new Workbench().openOrCreate(Path.of(arguments[0]))) {
            WorkUntilKilled work = new WorkUntilKilled(investigation, List.of(Path.of(arguments[2])), arguments[3]);
            work.load(Path.of(arguments[1]));
            say("phase detect");
            work.detect();
            say("phase triage");
            for (int step = 0;; step++) {
                work.step(step);
            }
        }
    }

    private static void endInTime() {
        try {
            Thread.sleep(LONGEST_MILLIS);
        } catch (InterruptedException e) {
            say("interrupted");
        }
        Runtime.getRuntime().halt(1);
    }

    /** Standard output is a file, and each line one write to it, so that what was said is there whenever the program ends. */
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void load(Path folder) throws IOException, WorkbenchException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.sorted().toList();
        }
        if (random.nextBoolean()) {
            investigation.load(logs, KillRounds.OPTIONS, Job.SILENT);
            logs.forEach(log -> say("loaded " + log));
            return;
        }
        for (Path log : logs) {
            investigation.load(List.of(log), KillRounds.OPTIONS, Job.SILENT);
            say("loaded " + log);
        }
    }

    private void detect() throws WorkbenchException {
        List<Alert> alerts = investigation.detect(rules, Job.SILENT);
        say("detected " + String.join(",", alerts.stream().map(Alert::id).toList()));
    }

    private void step(int step) throws WorkbenchException {
        switch (random.nextInt(10)) {
            case 0 -> detect();
            case 1, 2 -> except(step);
            case 3 -> unexcept();
            default -> decide(step);
        }
    }

    private void decide(int step) throws WorkbenchException {
        List<Alert> alerts = investigation.alerts();
        Alert alert = alerts.get(random.nextInt(alerts.size()));
        Status status = Status.values()[random.nextInt(Status.values().length)];
        Optional<Reason> reason = status == Status.CLOSED ? Optional.of(Reason.FALSE_POSITIVE) : Optional.empty();
        String tag = name + "-" + step;
        say("deciding " + alert.id());
        investigation.decide(List.of(alert.id()), new Decision(status, reason, "because of " + tag, List.of(tag)));
        say("decided " + alert.id() + " " + status.word() + " " + tag);
    }

    private void except(int step) throws WorkbenchException {
        List<Alert> alerts = investigation.alerts();
        Alert alert = alerts.get(random.nextInt(alerts.size()));
        String id = name + "-" + step;
        Entry entry = new Entry("host.name", Entry.Operator.IS, false, List.of(alert.host().orElse("none")), false);
        investigation.addException(new ExceptionItem(id, alert.rule().id(), id, List.of(entry), "", "tester", Time.of(Instant.now()), Optional.empty(), true));
        exceptions.add(id);
        say("excepted " + id);
    }

    private void unexcept() throws WorkbenchException {
        if (!exceptions.isEmpty()) {
            String id = exceptions.remove(random.nextInt(exceptions.size()));
            say("removing " + id);
            investigation.removeException(id);
            say("removed " + id);
        }
    }
}
