package dev.spoor.workbench;

import dev.spoor.triage.GivenSeverity;
import java.util.Collection;
import java.util.List;

/** The severities that analysts gave in the place of the rules'. Safe to call from several threads. */
public interface Severities {
    /** All of them, those of alerts first. */
    List<GivenSeverity> list() throws WorkbenchException;

    /**
     * Gives severities to alerts or variants, in the analyst's name and now; an empty one: the rule's own counts again. Unknown ids and missing reasons are an error, and nothing is changed.
     *
     * @return what there was before, for {@link #restore}
     */
    List<GivenSeverity> give(Collection<GivenSeverity> wanted) throws WorkbenchException;

    /** Takes back what was given: makes it as it was before. */
    void restore(Collection<GivenSeverity> before) throws WorkbenchException;
}
