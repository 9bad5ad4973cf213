package dev.spoor.workbench;

import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exchange.ExchangeForm;
import dev.spoor.rule.exchange.WrittenExceptions;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be done with the exceptions of a case beside keeping them. Safe to call from several threads. */
public interface ExceptionWork {
    /** The lists of exceptions that rules share, by id. */
    List<SharedList> sharedLists() throws WorkbenchException;

    /** Keeps a shared list in the place of one of the same id; what is in it holds for its rules from the next run on. */
    void saveSharedList(SharedList list) throws WorkbenchException;

    /** Removes a shared list; an error while exceptions are in it. */
    void removeSharedList(String id) throws WorkbenchException;

    /** The parts of a rule of the case that an exception can be asked about. */
    RuleParts parts(String ruleId) throws WorkbenchException;

    /**
     * The smallest exception that covers these alerts and, of the rest of their rules, no true positive and nothing undecided; never on fields that differ with
     * every event.
     */
    ExceptionProposal propose(Collection<String> alertIds) throws WorkbenchException;

    /** The same from all alerts of a rule that were closed as false or benign positives. */
    ExceptionProposal propose(String ruleId) throws WorkbenchException;

    /** How much exceptions would keep away beside the alerts that they are made for. */
    ExceptionBreadth breadth(List<ExceptionItem> items, Job job) throws WorkbenchException;

    /**
     * Runs the rules of exceptions on sample logs with and without them.
     *
     * @param folder of logs; read as a case reads them, into a temporary one
     */
    SampleTrial trySamples(List<ExceptionItem> items, Path folder, Job job) throws WorkbenchException;

    /**
     * Exceptions in the form of another tool; the case is not changed.
     *
     * @param ids of the exceptions; empty for all
     */
    WrittenExceptions write(ExchangeForm form, Collection<String> ids) throws WorkbenchException;

    /**
     * Takes exceptions from the form of another tool into the case; they count from the next run on. What cannot be taken is told, the rest is taken.
     *
     * @param ruleId the rule of those that do not say theirs
     */
    ImportedExceptions read(ExchangeForm form, String text, Optional<String> ruleId) throws WorkbenchException;
}
