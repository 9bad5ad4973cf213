package dev.spoor.workbench;

import dev.spoor.job.Job;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.StepAnswer;
import java.util.Collection;
import java.util.List;

/** The guides of an open case: steps, their searches, their answers, and what is to be asked of hosts. Safe to call from several threads. */
public interface Guides {
    /** The guide of an alert's rule. */
    AlertGuide guide(String alertId) throws WorkbenchException;

    /** Keeps an answer, in the analyst's name; an answer that says nothing takes the one before away. An error where the alert's guide has no such step, or the case no such event. */
    void answer(StepAnswer answer) throws WorkbenchException;

    /**
     * Runs a search of a step on the case. What cannot be run is an answer, not an exception.
     *
     * @param step  key of the task
     * @param index which of the task's machine steps, counted from 0
     * @param limit how many hits are told; all are counted
     */
    StepHits run(String alertId, String step, int index, int limit, Job job) throws WorkbenchException;

    /** How far the guides of alerts were followed. */
    OpenSteps open(Collection<String> alertIds) throws WorkbenchException;

    /** An event of the case, whole. */
    EventDocument event(long id) throws WorkbenchException;

    /** What is to be asked of hosts, in the order in which it was noted. */
    List<HostQuery> collection() throws WorkbenchException;

    /** Notes a query for a host, in the analyst's name. */
    void collect(HostQuery query) throws WorkbenchException;

    /** Takes a query off the list. */
    void uncollect(HostQuery query) throws WorkbenchException;
}
