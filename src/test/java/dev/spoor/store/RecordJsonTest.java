package dev.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.rule.library.RuleLibrary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    @Test void aRecordIsWrittenInOneGoAsItsTreeIs() {
        List<Rule> rules = RuleLibrary.load(List.of(Path.of("rules"), Path.of("src/test/resources/rule")), Job.SILENT).rules();
        assertTrue(rules.size() > 15, rules.size() + " rules");
        for (Rule rule : rules) {
            ObjectNode tree = RecordJson.write(rule);
            assertEquals(Json.text(tree), RecordJson.text(rule, ""));
            tree.remove("text");
            assertEquals(Json.text(tree), RecordJson.text(rule, "text"));
            assertEquals(rule, RecordJson.read(tree.put("text", rule.text()), Rule.class));
        }
    }
}
