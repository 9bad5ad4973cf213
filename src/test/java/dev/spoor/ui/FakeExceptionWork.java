package dev.spoor.ui;

import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exchange.ExchangeForm;
import dev.spoor.rule.exchange.WrittenExceptions;
import dev.spoor.workbench.ExceptionBreadth;
import dev.spoor.workbench.ExceptionProposal;
import dev.spoor.workbench.ExceptionWork;
import dev.spoor.workbench.ImportedExceptions;
import dev.spoor.workbench.RuleParts;
import dev.spoor.workbench.SampleTrial;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Nothing is shared, no rule has parts. */
final class FakeExceptionWork implements ExceptionWork {
    @Override public List<SharedList> sharedLists() {
        return List.of();
    }

    @Override public void saveSharedList(SharedList list) {}

    @Override public void removeSharedList(String id) {}

    @Override public RuleParts parts(String ruleId) {
        return RuleParts.NONE;
    }

    @Override public ExceptionProposal propose(Collection<String> alertIds) throws WorkbenchException {
        throw new WorkbenchException("nothing to propose");
    }

    @Override public ExceptionProposal propose(String ruleId) throws WorkbenchException {
        throw new WorkbenchException("nothing to propose");
    }

    @Override public ExceptionBreadth breadth(List<ExceptionItem> items, Job job) {
        return new ExceptionBreadth(12, 8, 2, 1, 5, List.of(ExceptionBreadth.Reason.NO_END), List.of());
    }

    @Override public SampleTrial trySamples(List<ExceptionItem> items, Path folder, Job job) {
        return new SampleTrial(0, 0, List.of(), List.of());
    }

    @Override public WrittenExceptions write(ExchangeForm form, Collection<String> ids) {
        return new WrittenExceptions("", List.of(), List.of(), List.of());
    }

    @Override public ImportedExceptions read(ExchangeForm form, String text, Optional<String> ruleId) {
        return new ImportedExceptions(List.of(), List.of(), List.of());
    }
}
