package dev.spoor.ui.app;

import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Path;

/** Opens a case. Called on a background thread. */
@FunctionalInterface
public interface InvestigationOpener {
    /** The open case; whoever asked closes it. */
    Investigation open(Path caseFile) throws WorkbenchException;
}
