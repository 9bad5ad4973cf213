package dev.spoor.workbench;

import dev.spoor.detect.RuleCompiler;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.ExceptionSentence;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.ExceptionStore;
import dev.spoor.store.RuleRun;
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
            checkPart(item);
            words.put(item.id(), words(item.with(file.sharedLists().resolved(item.scope()))));
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

    /** A step or a key belongs to the rule that the exception was made for, and must be there. */
    private void checkPart(ExceptionItem item) throws StoreException, WorkbenchException {
        if (item.part().equals(ExceptionPart.WHOLE)) {
            return;
        }
        if (item.scope().kind() != ExceptionScope.Kind.RULE) {
            throw new WorkbenchException("An exception on a step or a join key holds for one rule only, because other rules have other steps.");
        }
        Optional<String> problem = new RulePartReader(file, compiler).problem(rule(item), item);
        if (problem.isPresent()) {
            throw new WorkbenchException("The exception '" + item.name() + "' cannot hold: " + problem.get() + ".");
        }
    }

    /** The exception in the journal. */
    private String words(ExceptionItem item) throws StoreException, WorkbenchException {
        return ExceptionSentence.of(item, ruleName(item)) + (item.comment().isEmpty() ? "" : " Comment: " + item.comment());
    }

    private String ruleName(ExceptionItem item) throws StoreException, WorkbenchException {
        return rule(item).name();
    }

    private Rule rule(ExceptionItem item) throws StoreException, WorkbenchException {
        return file.runs().find(item.ruleId()).map(RuleRun::rule).orElseThrow(() -> new WorkbenchException("The case has no rule " + item.ruleId()
                + ". Run it once; exceptions belong to rules that were run."));
    }

    private void save(ExceptionItem item, String words) throws StoreException {
        boolean known = file.exceptions().find(item.id()).isPresent();
        if (item.scope().kind() == ExceptionScope.Kind.LIST && !known) {
            attach(item);
        }
        if (known) {
            file.exceptions().replace(item, words, analyst.get(), Clock.now());
        } else {
            file.exceptions().add(item, words);
        }
    }

    /** The list that a new exception goes into holds for the rule that it was made for. */
    private void attach(ExceptionItem item) throws StoreException {
        Optional<SharedList> list = file.sharedLists().find(item.scope().names().getFirst());
        if (list.isPresent() && !list.get().rules().contains(item.ruleId())) {
            List<String> rules = new ArrayList<>(list.get().rules());
            rules.add(item.ruleId());
            file.sharedLists().save(list.get().with(rules), analyst.get(), Clock.now());
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
        return new ExceptionPreview(file, compiler).suppressed(looked(items));
    }

    /** The exceptions with what their lists hold. */
    List<ExceptionItem> looked(List<ExceptionItem> items) throws StoreException, WorkbenchException {
        List<ExceptionItem> resolved = new ArrayList<>();
        for (ExceptionItem item : items) {
            ruleName(item);
            resolved.add(looked(file.valueLists().resolved(item)));
        }
        return resolved;
    }

    /** With the rules of its shared list, its own among them, as they will be when it is saved. */
    private ExceptionItem looked(ExceptionItem item) throws StoreException {
        if (item.scope().kind() != ExceptionScope.Kind.LIST) {
            return item;
        }
        ExceptionScope scope = file.sharedLists().resolved(item.scope());
        List<String> rules = new ArrayList<>(scope.attached());
        if (file.exceptions().find(item.id()).isEmpty()) {
            rules.add(item.ruleId());
        }
        return item.with(new ExceptionScope(scope.kind(), scope.names(), rules.stream().distinct().sorted().toList()));
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

    void save(SharedList list) throws StoreException, WorkbenchException {
        Optional<String> problem = list.problem();
        if (problem.isPresent()) {
            throw new WorkbenchException(problem.get());
        }
        file.sharedLists().save(list, analyst.get(), Clock.now());
    }

    private static void check(ValueList list) throws WorkbenchException {
        Optional<String> problem = list.problem();
        if (problem.isPresent()) {
            throw new WorkbenchException(problem.get());
        }
    }
}
