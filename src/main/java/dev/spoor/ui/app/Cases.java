package dev.spoor.ui.app;

import dev.spoor.job.Job;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Path;
import java.util.List;

/** Where the window gets cases and rules from. Called on background threads. */
public interface Cases {
    /** The open case; whoever asked closes it. */
    Investigation open(Path caseFile) throws WorkbenchException;

    /** A new, empty case, open; refused where there is a file of that name. */
    Investigation create(Path caseFile) throws WorkbenchException;

    /** The sample case's file, made where it is missing. */
    Path sample(Job job) throws WorkbenchException;

    /** Where the rules are that come with Spoor. */
    List<Path> shippedRules() throws WorkbenchException;
}
