package dev.spoor.ui.app;

import dev.spoor.job.Job;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.SampleCase;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Cases in files of this computer, worked on under the preferred name. */
public final class WorkbenchCases implements Cases {
    private final Workbench workbench;
    private final Path sampleFolder;

    /** The sample case lives in the given folder. */
    public WorkbenchCases(PreferencesFile preferences, Path sampleFolder) {
        this.workbench = new Workbench(() -> preferences.get().analyst(), RuleCache.usual(System.err::println));
        this.sampleFolder = sampleFolder;
    }

    @Override public Investigation open(Path caseFile) throws WorkbenchException {
        return workbench.open(caseFile);
    }

    @Override public Investigation create(Path caseFile) throws WorkbenchException {
        if (Files.exists(caseFile)) {
            throw new WorkbenchException(Messages.text("start.exists", caseFile));
        }
        return workbench.openOrCreate(caseFile);
    }

    @Override public Path sample(Job job) throws WorkbenchException {
        return new SampleCase(workbench).prepare(sampleFolder, job);
    }

    @Override public List<Path> shippedRules() throws WorkbenchException {
        return Workbench.shippedRules();
    }
}
