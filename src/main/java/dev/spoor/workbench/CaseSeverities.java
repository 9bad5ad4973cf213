package dev.spoor.workbench;

import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import dev.spoor.triage.GivenSeverity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Severities given in a case file. Thread-safe. */
final class CaseSeverities implements Severities {
    private final CaseFile file;
    private final Supplier<String> analyst;

    CaseSeverities(CaseFile file, Supplier<String> analyst) {
        this.file = file;
        this.analyst = analyst;
    }

    @Override public List<GivenSeverity> list() throws WorkbenchException {
        try {
            return file.severities().list();
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    @Override public List<GivenSeverity> give(Collection<GivenSeverity> wanted) throws WorkbenchException {
        long now = Clock.now();
        List<GivenSeverity> signed = new ArrayList<>();
        for (GivenSeverity one : wanted) {
            if (one.severity().isPresent() && one.reason().isBlank()) {
                throw new WorkbenchException("Say why the severity is another one. Nothing was changed.");
            }
            signed.add(new GivenSeverity(one.scope(), one.subject(), one.severity(), one.reason().strip(), analyst.get(), now));
        }
        try {
            return file.severities().give(signed, analyst.get(), now, false);
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    @Override public void restore(Collection<GivenSeverity> before) throws WorkbenchException {
        try {
            file.severities().give(before, analyst.get(), Clock.now(), true);
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }
}
