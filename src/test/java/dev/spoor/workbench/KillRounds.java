package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.bench.FlatWindowsLog;
import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Kills programs that work on a case, and compares the case, completed by loading again, with one that was loaded without interruption. Each case is killed up to
 * three times. What is loaded are six files and an archive of archives; records are kept in the case, and no temporary file may stay.
 */
public final class KillRounds {
    private static final List<String> PHASES = List.of("load", "load", "detect", "triage");
    private static final int KILLS_OF_A_CASE = 3;
    private static final int FILES = 7;
    /** How everything is loaded. */
    static final LoadOptions OPTIONS = LoadOptions.DEFAULT.embedding(true);
    private final Workbench workbench = new Workbench();
    private final Path folder;
    private final Path logs;
    private final Path rules;
    private final Path temporary;
    private final Random random;
    private final CaseContent whole;
    private final List<String> alerts;
    private final int loading;
    private int acknowledged;
    private int unfinished;
    private int leftovers;

    /**
     * Writes logs and rules, and loads the case to compare with.
     *
     * @param events events of the largest of the six logs
     * @param seed   of what is random
     */
    public KillRounds(Path folder, int events, long seed) throws IOException, WorkbenchException, StoreException {
        this.folder = folder;
        this.logs = Files.createDirectory(folder.resolve("logs"));
        this.rules = Files.createDirectory(folder.resolve("rules"));
        this.temporary = Files.createDirectory(folder.resolve("temporary"));
        this.random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            FlatWindowsLog.write(logs.resolve("log" + i + ".ndjson"), i * 1_000_000, i == 3 ? events : 200 + 10 * i);
        }
        writeArchive(events);
        writeRules();
        Path undisturbed = folder.resolve("whole.spoor");
        try (Investigation investigation = workbench.openOrCreate(undisturbed)) {
            long start = System.nanoTime();
            assertEquals(List.of(), investigation.load(List.of(logs), OPTIONS, Job.SILENT).refused());
            loading = (int) ((System.nanoTime() - start) / 1_000_000);
            alerts = ids(investigation.detect(List.of(rules), Job.SILENT));
        }
        whole = CaseContent.of(undisturbed, true);
        assertTrue(alerts.size() > 10, "alerts: " + alerts.size());
    }

    private void writeArchive(int events) throws IOException {
        Path entry = folder.resolve("entry.ndjson");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(logs.resolve("more.zip")))) {
            for (int i = 0; i < 5; i++) {
                FlatWindowsLog.write(entry, 10_000_000 + i * 1_000_000, i == 2 ? events / 2 : 150 + i);
                byte[] log = Files.readAllBytes(entry);
                out.putNextEntry(new ZipEntry(i == 3 ? "inner.ndjson.gz" : "log" + i + ".ndjson"));
                out.write(i == 3 ? packed(log) : log);
            }
        }
        Files.delete(entry);
    }

    private static byte[] packed(byte[] log) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(log);
        }
        return bytes.toByteArray();
    }

    private void writeRules() throws IOException {
        Files.writeString(rules.resolve("refused.toml"), """
                [rule]
                rule_id = "2c9a2f5e-5d0f-4a7b-9a0c-222222222222"
                name = "Refused Logon of a Service Account"
                description = "A service account was refused."
                type = "query"
                language = "kuery"
                risk_score = 47
                severity = "medium"
                query = "event.code: 4625 and winlog.event_data.TargetUserName: svc-*"
                """);
        Files.writeString(rules.resolve("shells.yml"), """
                name: Shells by Host
                id: 3d9a2f5e-5d0f-4a7b-9a0c-333333333333
                version: 1
                date: '2026-11-23'
                author: Spoor
                status: production
                type: Anomaly
                description: Command shells, counted by host.
                search: Channel=Security EventCode=4688 NewProcessName="*cmd.exe" | stats count min(_time) as firstTime by Computer
                """);
    }

    private static List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).toList();
    }

    /** Kills so many programs, on a third as many cases. */
    public void kill(int kills) throws Exception {
        String before = System.setProperty("java.io.tmpdir", temporary.toString());
        try {
            killAll(kills);
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    private void killAll(int kills) throws Exception {
        for (int killed = 0, round = 0; killed < kills; round++) {
            Path caseFolder = Files.createDirectory(folder.resolve("round" + round));
            Path file = caseFolder.resolve("case.spoor");
            Acknowledged said = new Acknowledged();
            for (int i = 0; i < KILLS_OF_A_CASE && killed < kills; i++, killed++) {
                String phase = PHASES.get((killed + round) % PHASES.size());
                said.add(new KilledProgram(file, logs, rules, temporary, "r" + round + "k" + i).run(phase, random.nextInt(longest(phase))));
                leftovers += unpacked().isEmpty() ? 0 : 1;
                look(file, said);
            }
            complete(file);
            acknowledged += said.steps();
            delete(caseFolder);
        }
    }

    /** How long a program may work before it is killed, in ms: a load as long as the undisturbed one took, or a little longer. */
    private int longest(String phase) {
        return switch (phase) {
            case "load" -> Math.max(2_000, loading * 5 / 4);
            case "detect" -> 400;
            default -> 2_000;
        };
    }

    /** Nothing of what was acknowledged is lost. */
    private void look(Path file, Acknowledged said) throws WorkbenchException, StoreException {
        if (!Files.exists(file)) {
            assertEquals(0, said.steps());
            return;
        }
        try (Investigation investigation = workbench.open(file)) {
            CaseContent content = CaseContent.of(file, false);
            unfinished += content.unfinished() > 0 ? 1 : 0;
            assertEquals(Optional.empty(), content.tampered());
            assertEquals(0, content.doubled());
            said.check(investigation, content);
            if (said.allLoaded(FILES)) {
                assertEquals(whole.events().keySet(), content.events().keySet());
            }
        }
    }

    /** Loading again completes the case, and it is then like the one that nothing happened to. */
    private void complete(Path file) throws WorkbenchException, StoreException, IOException {
        try (Investigation investigation = workbench.openOrCreate(file)) {
            assertEquals(List.of(), investigation.load(List.of(logs), OPTIONS, Job.SILENT).refused());
            for (ExceptionItem exception : investigation.exceptions()) {
                investigation.removeException(exception.id());
            }
            assertEquals(alerts, ids(investigation.detect(List.of(rules), Job.SILENT)));
            for (SourceSummary source : investigation.sources()) {
                assertEquals(source.records(), source.embedded(), source.path() + " " + source.entry());
            }
        }
        assertEquals(List.of(), unpacked());
        CaseContent content = CaseContent.of(file, true);
        assertEquals(whole.events(), content.events());
        assertEquals(0, content.doubled() + content.unfinished());
        assertEquals(whole.sources(), content.sources());
        assertEquals(Optional.empty(), content.tampered());
    }

    /** Temporary files of archives. */
    private List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("spoor-")).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Figures in words. */
    @Override public String toString() {
        return whole.events().size() + " events in " + whole.sources() + " files and entries, " + alerts.size() + " alerts; " + acknowledged + " acknowledged steps, none lost; "
                + unfinished + " kills left a file half loaded, " + leftovers + " unpacked entries, which the next load deleted";
    }
}
