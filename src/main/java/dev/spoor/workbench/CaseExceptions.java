package dev.spoor.workbench;

import dev.spoor.detect.RuleCompiler;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionSentence;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.ExceptionStore;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The exceptions and value lists of a case. Thread-safe, as the stores are. */
final class CaseExceptions {
    private final CaseFile file;
    private final RuleCompiler compiler;
    private final Supplier<String> analyst;

    CaseExceptions(CaseFile file, RuleCompiler compiler, Supplier<String> analyst) {
        this.file = file;
        this.compiler = compiler;
        this.analyst = analyst;
    }

    /** The exceptions that hold for a rule, oldest first. */
    List<ExceptionItem> of(Rule rule) throws StoreException {
        return file.exceptions().list().stream().filter(item -> item.covers(rule)).toList();
    }

    /** Keeps exceptions and closes alerts, in one transaction. */
    void save(List<ExceptionItem> items, Collection<String> close) throws StoreException, WorkbenchException {
        Map<String, String> words = new HashMap<>();
        for (ExceptionItem item : items) {
            file.valueLists().resolved(item);
            words.put(item.id(), words(item));
        }
        file.transaction(Durability.SAFE, () -> {
            for (ExceptionItem item : items) {
                save(item, words.get(item.id()));
            }
            if (!close.isEmpty()) {
                String note = items.isEmpty() ? "" : items.getFirst().comment();
                file.decisions().decide(close, new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), note, List.of()), analyst.get(), Clock.now());
            }
            return null;
        });
    }

    /** The exception in the journal. */
    private String words(ExceptionItem item) throws StoreException, WorkbenchException {
        return ExceptionSentence.of(item, ruleName(item)) + (item.comment().isEmpty() ? "" : " Comment: " + item.comment());
    }

    private String ruleName(ExceptionItem item) throws StoreException, WorkbenchException {
        return file.runs().find(item.ruleId()).map(run -> run.rule().name()).orElseThrow(() -> new WorkbenchException("The case has no rule " + item.ruleId()
                + ". Run it once; exceptions belong to rules that were run."));
    }

    private void save(ExceptionItem item, String words) throws StoreException {
        if (file.exceptions().find(item.id()).isPresent()) {
            file.exceptions().replace(item, words, analyst.get(), Clock.now());
        } else {
            file.exceptions().add(item, words);
        }
    }

    void restore(ExceptionItem item, ExceptionUse use) throws StoreException, WorkbenchException {
        file.exceptions().restore(file.valueLists().resolved(item), new ExceptionStore.Use(use.hits(), use.last()), words(item), analyst.get(), Clock.now());
    }

    Map<String, ExceptionUse> uses() throws StoreException {
        Map<String, ExceptionUse> uses = new TreeMap<>();
        file.exceptions().uses().forEach((id, use) -> uses.put(id, new ExceptionUse(use.hits(), use.last())));
        return uses;
    }

    Suppressed preview(List<ExceptionItem> items) throws StoreException, WorkbenchException {
        List<ExceptionItem> resolved = new ArrayList<>();
        for (ExceptionItem item : items) {
            ruleName(item);
            resolved.add(file.valueLists().resolved(item));
        }
        return new ExceptionPreview(file, compiler).suppressed(resolved);
    }

    /** What the exceptions that name a list would keep away if it were like this. */
    Suppressed preview(ValueList list) throws StoreException, WorkbenchException {
        check(list);
        List<ExceptionItem> naming = new ArrayList<>();
        for (ExceptionItem item : file.exceptions().list()) {
            if (item.entries().stream().anyMatch(entry -> names(entry, list))) {
                naming.add(item.with(item.entries().stream().map(entry -> names(entry, list) ? entry.with(list) : entry).toList()));
            }
        }
        return new ExceptionPreview(file, compiler).suppressed(naming);
    }

    private static boolean names(Entry entry, ValueList list) {
        return entry.list().map(name -> name.id().equals(list.id())).orElse(false);
    }

    void save(ValueList list) throws StoreException, WorkbenchException {
        check(list);
        file.valueLists().save(list, analyst.get(), Clock.now());
    }

    private static void check(ValueList list) throws WorkbenchException {
        Optional<String> problem = list.problem();
        if (problem.isPresent()) {
            throw new WorkbenchException(problem.get());
        }
    }
}
