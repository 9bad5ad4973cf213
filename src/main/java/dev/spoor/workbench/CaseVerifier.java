package dev.spoor.workbench;

import dev.spoor.detect.RuleCompiler;
import dev.spoor.job.Job;
import dev.spoor.store.CaseFile;
import dev.spoor.store.JournalChain;
import dev.spoor.store.JournalLine;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import dev.spoor.workbench.Difference.Check;
import dev.spoor.workbench.Difference.Result;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a case against its evidence, its rules and its journal; changes nothing. What cannot be read is told, and the other checks go on. One object serves one check. */
final class CaseVerifier {
    private final CaseFile file;
    private final RuleCompiler compiler;
    private final VerifyRequest request;
    private final Differences out;
    private final Job job;
    private final JournalChain chain = new JournalChain();
    private final JournalReplay replay = new JournalReplay();

    CaseVerifier(CaseFile file, RuleCompiler compiler, VerifyRequest request, Differences out, Job job) {
        this.file = file;
        this.compiler = compiler;
        this.request = request;
        this.out = out;
        this.job = job;
    }

    /** One of the checks. */
    private interface Work {
        void run() throws StoreException, WorkbenchException;
    }

    private void step(Check check, String what, Work work) {
        job.check();
        job.report(what, 0, -1);
        try {
            work.run();
        } catch (StoreException | WorkbenchException e) {
            out.differs(check, "", e.getMessage());
        } catch (UncheckedIOException e) {
            out.differs(check, "", e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        } catch (IllegalArgumentException e) {
            // A word or number in a table that is none of its kind.
            out.differs(check, "", "a row cannot be read: " + e.getMessage());
        }
    }

    Verification run() throws StoreException {
        step(Check.FILE, "Checking the case file", () -> file.damage().forEach(told -> out.differs(Check.FILE, file.path().toString(), told)));
        step(Check.JOURNAL, "Walking the journal", this::journal);
        EventCheck events = new EventCheck(file, out, job);
        boolean[] sound = {false};
        step(Check.EVENT, "Reading stored events", () -> sound[0] = new SegmentCheck(file, file.sources().list(), out, job).run());
        step(Check.EVENT, "Reading embedded records", () -> file.raw().check((which, problem) -> out.differs(Check.EVENT, "embedded records of " + which, problem)));
        step(Check.EVIDENCE, "Hashing evidence", () -> new EvidenceCheck(replay, events, request.passwords(), out, job).run(file.sources().list()));
        step(Check.RULE, "Checking rules", () -> file.runs().check((rule, problem) -> out.differs(Check.RULE, "rule " + rule, problem)));
        RecordedRuns runs = new RecordedRuns(file, replay, out);
        step(Check.RULE, "Checking runs", runs::check);
        AlertCheck alerts = new AlertCheck(file, compiler, runs, out, job);
        if (sound[0]) {
            step(Check.ALERT, "Running rules", () -> alerts.run(request.threads()));
        } else {
            out.unchecked(Check.ALERT, "", "the rules were not run again, because stored events cannot be read");
        }
        DecisionCheck decisions = new DecisionCheck(file, replay, alerts.tags(), out);
        step(Check.DECISION, "Checking decisions", decisions::alerts);
        step(Check.DECISION, "Checking notes", decisions::notes);
        step(Check.DECISION, "Checking guides and assets", new GuideCheck(file, replay, out)::run);
        step(Check.EXCEPTION, "Checking exceptions", decisions::exceptions);
        step(Check.DECISION, "Checking views", decisions::views);
        List<Source> sources = file.sources().list();
        return new Verification(sources.size(), events.same(), alerts.rules(), alerts.same(), replay.decisions(), chain.last().sequence(), chain.last().hash(), alerts.digest(),
                out.counts(Result.DIFFERS), out.counts(Result.UNCHECKED));
    }

    private void journal() throws StoreException {
        Set<String> wanted = new HashSet<>(request.heads());
        wanted.remove(JournalLine.START);
        file.journal().each(line -> {
            chain.take(line).forEach(problem -> out.differs(Check.JOURNAL, "journal", problem));
            replay.take(line).forEach(problem -> out.differs(Check.JOURNAL, "journal", problem));
            wanted.remove(line.hash());
        });
        chain.end(file.journal().noted()).forEach(problem -> out.differs(Check.JOURNAL, "journal", problem));
        wanted.stream().sorted().forEach(head -> out.differs(Check.JOURNAL, "journal", "no line has the given hash " + head
                + ": the journal was cut off or written anew since that was printed"));
    }
}
