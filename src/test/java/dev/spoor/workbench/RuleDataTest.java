package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.job.Job;
import dev.spoor.workbench.RuleData.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a case has the data of rules. */
class RuleDataTest {
    @TempDir Path folder;

    private Path rule(String id, String query) throws IOException {
        return Files.writeString(folder.resolve(id + ".toml"), """
                [rule]
                rule_id = "%s"
                name = "Rule %s"
                description = "Invented."
                type = "query"
                language = "kuery"
                severity = "low"
                risk_score = 21
                version = 1
                query = '''%s'''
                """.formatted(id, id, query));
    }

    @Test void whatIsMissingIsNamed() throws IOException, WorkbenchException {
        Path log = Files.writeString(folder.resolve("a.ndjson"), """
                {"@timestamp":"2026-05-04T10:00:00Z","event":{"code":"4624","category":"authentication"},"user":{"name":"k.mori"}}
                {"@timestamp":"2026-05-04T10:00:01Z","event":{"code":"4688","category":"process"},"process":{"name":"keytool.exe"}}
                """);
        List<Path> rules = List.of(rule("present", "event.code: (4624 or 4625) and user.name: nobody"), rule("log", "event.code: 4662 and user.name: nobody"),
                rule("field", "event.code: 4688 and process.command_line: *export*"), rule("unsaid", "not user.name: k.mori"));
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("a.spoor"))) {
            investigation.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT);
            investigation.detect(rules, Job.SILENT);
            Map<String, RuleData> data = investigation.ruleData(List.of("present", "log", "field", "unsaid", "unheard of"), Job.SILENT);
            assertEquals(Map.of("present", State.PRESENT, "log", State.ABSENT, "field", State.ABSENT, "unsaid", State.UNKNOWN),
                    Map.of("present", data.get("present").state(), "log", data.get("log").state(), "field", data.get("field").state(), "unsaid", data.get("unsaid").state()));
            assertEquals(List.of("process.command_line"), data.get("field").missing());
            assertEquals(4, data.size());
        }
    }
}
