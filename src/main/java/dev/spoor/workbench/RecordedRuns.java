package dev.spoor.workbench;

import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.Run;
import dev.spoor.store.StoreException;
import dev.spoor.workbench.Difference.Check;
import dev.spoor.workbench.JournalReplay.Detection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the case and its journal say of the runs: which exceptions counted, and whether the case has changed since. Not thread-safe. */
final class RecordedRuns {
    private final CaseFile file;
    private final JournalReplay replay;
    private final Differences out;
    private final Map<Long, Run> runs = new TreeMap<>();
    /** Why a run cannot be repeated as it was; runs that can be are left out. */
    private final Map<Long, String> stale = new HashMap<>();

    RecordedRuns(CaseFile file, JournalReplay replay, Differences out) {
        this.file = file;
        this.replay = replay;
        this.out = out;
    }

    /** Compares the table of runs with the journal. */
    void check() throws StoreException {
        for (Run run : file.runs().list()) {
            runs.put(run.number(), run);
            Optional<Detection> told = told(run.number());
            if (!run.complete()) {
                stale.put(run.number(), "the run was interrupted");
                out.note(Check.RULE, name(run.number()), "it was interrupted");
            } else if (told.isEmpty()) {
                stale.put(run.number(), "the journal does not tell of the run");
                out.differs(Check.JOURNAL, name(run.number()), "no line of the journal tells of it");
            } else if (!told.get().detail().contains(" rules ran, " + run.alerts() + " alerts")) {
                out.differs(Check.RULE, name(run.number()), "its row says " + run.alerts() + " alerts, the journal (line " + told.get().line() + ") " + told.get().detail());
            }
        }
        replay.detections().forEach((name, told) -> {
            if (runs.values().stream().noneMatch(run -> name(run.number()).equals(name))) {
                out.differs(Check.JOURNAL, name, "line " + told.line() + " tells of it, and the case does not have it");
            }
        });
        for (long run : runs.keySet()) {
            told(run).filter(replay::loadedSince).ifPresent(_ -> stale.putIfAbsent(run, "evidence was loaded since"));
        }
        for (long run : runs.keySet()) {
            told(run).filter(told -> told.detail().contains(RunDigests.INDICATORS)).ifPresent(_ -> stale.putIfAbsent(run, "it took indicators from files"));
        }
        Optional<Long> newest = runs.values().stream().filter(Run::complete).map(Run::number).reduce((_, later) -> later);
        if (newest.isPresent() && digests(newest.get()).isPresent() && !digests(newest.get()).get().rules().equals(file.runs().digest(newest.get()))) {
            out.differs(Check.RULE, "the rules of " + name(newest.get()), "their texts, documents or fidelities are not those whose SHA-256 the journal tells");
        }
    }

    private static String name(long run) {
        return "run " + run;
    }

    private Optional<Detection> told(long run) {
        return Optional.ofNullable(replay.detections().get(name(run)));
    }

    private Optional<RunDigests> digests(long run) {
        return told(run).flatMap(told -> RunDigests.read(told.detail()));
    }

    /** The exceptions that counted for each rule in its run, by rule id. */
    Map<String, List<ExceptionItem>> exceptions(Collection<RuleRun> rules) throws StoreException {
        List<ExceptionItem> all = file.exceptions().list();
        Map<Long, List<Rule>> byRun = new TreeMap<>();
        rules.forEach(rule -> byRun.computeIfAbsent(rule.run(), _ -> new ArrayList<>()).add(rule.rule()));
        Map<String, List<ExceptionItem>> exceptions = new HashMap<>();
        byRun.forEach((run, ofRun) -> exceptions.putAll(RulePlans.byRule(ofRun, counted(run, all))));
        return exceptions;
    }

    private List<ExceptionItem> counted(long number, List<ExceptionItem> all) {
        Run run = runs.get(number);
        long end = run.complete() ? run.finished() : run.started();
        List<ExceptionItem> counting = all.stream().filter(item -> ExceptionCompiler.counts(item, end)).toList();
        List<ExceptionItem> older = counting.stream().filter(item -> item.createdAt() <= end).toList();
        Optional<RunDigests> digests = digests(number);
        for (List<ExceptionItem> candidate : List.of(older, counting)) {
            if (digests.isPresent() && digests.get().exceptions().equals(RunDigests.ofExceptions(candidate))) {
                return candidate;
            }
        }
        boolean changed = told(number).map(replay::exceptionsChangedSince).orElse(true);
        if (changed) {
            stale.putIfAbsent(number, "exceptions were changed since");
        } else if (digests.isPresent()) {
            out.differs(Check.EXCEPTION, "the exceptions of " + name(number), "they are not those whose SHA-256 the journal tells");
        }
        return older;
    }

    /** Whether a run would not give the same alerts now although nobody changed them. */
    boolean stale(long run) {
        return stale.containsKey(run);
    }

    /** Why. */
    String why(long run) {
        return name(run) + ": " + stale.get(run) + "; run the rules again";
    }

    /** Compares the alerts that rules gave again with those that the journal tells, where the whole run could be repeated. */
    void compareAlerts(Map<Long, List<String>> given) {
        stale.entrySet().stream().sorted(Map.Entry.comparingByKey()).filter(one -> given.containsKey(one.getKey()))
                .forEach(one -> out.note(Check.ALERT, name(one.getKey()), one.getValue() + "; what its rules give now may be more or less than what it gave"));
        Optional<Long> newest = runs.keySet().stream().reduce((_, later) -> later);
        if (newest.isPresent() && !stale(newest.get()) && digests(newest.get()).isPresent()
                && !digests(newest.get()).get().alerts().equals(RunDigests.ofAlerts(given.getOrDefault(newest.get(), List.of())))) {
            out.differs(Check.ALERT, "the alerts of " + name(newest.get()), "the rules give other alerts again than those whose SHA-256 the journal tells");
        }
    }
}
