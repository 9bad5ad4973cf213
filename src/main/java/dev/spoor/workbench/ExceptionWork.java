package dev.spoor.workbench;

import dev.spoor.rule.exceptions.SharedList;
import java.util.List;

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
}
