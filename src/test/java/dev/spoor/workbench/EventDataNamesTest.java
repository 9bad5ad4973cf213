package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elastic's languages find an event's own data under winlog.event_data, also where a pipeline moves it to another field. */
class EventDataNamesTest {
    private static final String LOG = """
            {"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"Hostname":"wks-114","EventTime":"2024-05-01 10:00:00","SourceName":"Microsoft-Windows-Sysmon","Image":"C:\\\\Windows\\\\System32\\\\cmd.exe","CommandLine":"cmd /c whoami"}
            {"Channel":"Security","EventID":4624,"Hostname":"dc01","EventTime":"2024-05-01 10:00:01","SourceName":"Microsoft-Windows-Security-Auditing","TargetUserName":"r.osei"}
            """;
    @TempDir Path folder;

    @ParameterizedTest @CsvSource(delimiter = '|', value = {"eql | any where winlog.event_data.Image : \"*\\\\cmd.exe\" | 1", "kql | winlog.event_data.CommandLine : *whoami | 1",
            "eql | any where winlog.event_data.TargetUserName == \"r.osei\" | 1", "eql | any where process.executable : \"*\\\\cmd.exe\" | 1",
            "kql | winlog.event_data.Image : * | 1", "eql | any where winlog.event_data.TargetUserName == \"cmd\" | 0"})
    void anEventsOwnDataIsFound(String language, String query, int found) throws IOException, WorkbenchException {
        Path log = Files.writeString(folder.resolve("log.ndjson"), LOG);
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("case.spoor"))) {
            investigation.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT);
            HuntRequest request = new HuntRequest(language, query, List.of(), OptionalLong.empty(), ZoneOffset.UTC, false);
            HuntAnswer answer = investigation.hunt(request, Job.SILENT);
            assertEquals(found, answer instanceof HuntAnswer.Events(List<HuntAnswer.FoundEvent> events, long all, List<String> notes) ? events.size() : -1, answer::toString);
        }
    }
}
