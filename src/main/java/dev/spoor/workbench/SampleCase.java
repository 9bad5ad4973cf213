package dev.spoor.workbench;

import dev.spoor.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The sample case: logs of two days at a fictional company, written out, loaded and searched with the shipped rules. The first start shows it.
 */
public final class SampleCase {
    private static final List<String> LOGS = List.of("ca01-Security.evtx", "dc01-Security.evtx", "fs03-nxlog.ndjson", "mac-017-endpoint.ndjson", "wks-097-Security.xml",
            "wks-114-PowerShell.evtx", "wks-114-Sysmon.evtx");
    private final Workbench workbench;

    public SampleCase(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * The sample case in a folder; it is made where it is missing, else opened as it was left.
     *
     * @param folder created if missing; gets {@code logs/} and {@code northwind.spoor}
     */
    public Path prepare(Path folder, Job job) throws WorkbenchException {
        Path file = folder.resolve("northwind.spoor");
        if (Files.exists(file)) {
            return file;
        }
        List<Path> logs = writeLogs(folder.resolve("logs"));
        try (Investigation investigation = workbench.openOrCreate(file)) {
            LoadResult result = investigation.load(logs, LoadOptions.DEFAULT, job);
            if (!result.refused().isEmpty()) {
                throw new WorkbenchException("The sample logs could not be loaded: " + String.join("; ", result.refused()));
            }
            investigation.detect(List.of(), job);
        }
        return file;
    }

    private static List<Path> writeLogs(Path folder) throws WorkbenchException {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String log : LOGS) {
                Path target = folder.resolve(log);
                try (InputStream in = new GZIPInputStream(SampleCase.class.getResourceAsStream("/dev/spoor/sample/" + log + ".gz"))) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
                written.add(target);
            }
        } catch (IOException e) {
            throw new WorkbenchException("The sample logs cannot be written to " + folder + ": " + e.getMessage() + ". Choose another folder.", e);
        }
        return written;
    }
}
