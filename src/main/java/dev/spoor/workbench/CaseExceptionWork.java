package dev.spoor.workbench;

import dev.spoor.detect.RuleCompiler;
import dev.spoor.job.Job;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exchange.ExchangeForm;
import dev.spoor.rule.exchange.WrittenExceptions;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Work with the exceptions of a case file. Thread-safe, as the stores are. */
final class CaseExceptionWork implements ExceptionWork {
    private final CaseFile file;
    private final QueryLanguages languages;
    private final RuleCompiler compiler;
    private final CaseExceptions exceptions;
    private final Supplier<String> analyst;

    CaseExceptionWork(CaseFile file, QueryLanguages languages, RuleCompiler compiler, CaseExceptions exceptions, Supplier<String> analyst) {
        this.file = file;
        this.languages = languages;
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

    @Override public ExceptionProposal propose(Collection<String> alertIds) throws WorkbenchException {
        return CaseInvestigation.told(() -> {
            List<Alert> alerts = new ArrayList<>();
            for (String id : alertIds) {
                alerts.add(file.alerts().find(id).orElseThrow(() -> new WorkbenchException("The case has no alert " + id + ".")));
            }
            return proposer().of(alerts);
        });
    }

    @Override public ExceptionProposal propose(String ruleId) throws WorkbenchException {
        return CaseInvestigation.told(() -> proposer().of(proposer().falsePositives(rule(ruleId).id())));
    }

    private ExceptionProposer proposer() {
        return new ExceptionProposer(file, new ExceptionSuggestion(file, compiler));
    }

    @Override public ExceptionBreadth breadth(List<ExceptionItem> items, Job job) throws WorkbenchException {
        return CaseInvestigation.told(() -> new BreadthMeter(file).of(exceptions.looked(items), job));
    }

    @Override public SampleTrial trySamples(List<ExceptionItem> items, Path folder, Job job) throws WorkbenchException {
        return CaseInvestigation.told(() -> new SampleTrialRunner(file, compiler).run(exceptions.looked(items), folder, job));
    }

    @Override public WrittenExceptions write(ExchangeForm form, Collection<String> ids) throws WorkbenchException {
        return CaseInvestigation.told(() -> transfer().write(form, ids));
    }

    @Override public ImportedExceptions read(ExchangeForm form, String text, Optional<String> ruleId) throws WorkbenchException {
        return CaseInvestigation.told(() -> transfer().read(form, text, ruleId));
    }

    private ExceptionTransfer transfer() throws StoreException, WorkbenchException {
        return new ExceptionTransfer(file, languages, exceptions, analyst);
    }

    private Rule rule(String id) throws StoreException, WorkbenchException {
        return file.runs().find(id).map(RuleRun::rule).orElseThrow(() -> new WorkbenchException("The case has no rule " + id + "."));
    }
}
