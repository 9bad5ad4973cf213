package dev.spoor.workbench;

import dev.spoor.detect.RuleCompiler;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.StoreException;
import java.util.List;
import java.util.function.Supplier;

/** Work with the exceptions of a case file. Thread-safe, as the stores are. */
final class CaseExceptionWork implements ExceptionWork {
    private final CaseFile file;
    private final RuleCompiler compiler;
    private final CaseExceptions exceptions;
    private final Supplier<String> analyst;

    CaseExceptionWork(CaseFile file, RuleCompiler compiler, CaseExceptions exceptions, Supplier<String> analyst) {
        this.file = file;
        this.compiler = compiler;
        this.exceptions = exceptions;
        this.analyst = analyst;
    }

    @Override public List<SharedList> sharedLists() throws WorkbenchException {
        return CaseInvestigation.told(() -> file.sharedLists().list());
    }

    @Override public void saveSharedList(SharedList list) throws WorkbenchException {
        CaseInvestigation.told(() -> {
            exceptions.save(list);
            return null;
        });
    }

    @Override public void removeSharedList(String id) throws WorkbenchException {
        CaseInvestigation.told(() -> {
            file.sharedLists().remove(id, analyst.get(), Clock.now());
            return null;
        });
    }

    @Override public RuleParts parts(String ruleId) throws WorkbenchException {
        return CaseInvestigation.told(() -> new RulePartReader(file, compiler).of(rule(ruleId)));
    }

    private Rule rule(String id) throws StoreException, WorkbenchException {
        return file.runs().find(id).map(RuleRun::rule).orElseThrow(() -> new WorkbenchException("The case has no rule " + id + "."));
    }
}
