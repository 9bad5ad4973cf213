package dev.spoor.ui.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spoor.workbench.EventDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NamedFieldsTest {
    private final EventDocument event = new EventDocument(1, "a.evtx", "", 1, 0,
            Map.of("process.name", List.of("certutil.exe"), "process.command_line", List.of("CERTUTIL.exe -backupDB C:\\Users\\Public"), "event.code", List.of("1"),
                    "host.name", List.of("ca01")),
            Map.of("EventData.TicketEncryptionType", List.of("0x17"), "System.EventID", List.of("4769"), "EventData.Image", List.of("C:\\a\\rundll32.exe")),
            JsonNodeFactory.instance.objectNode(), "");

    @Test void fieldsComeInTheOrderOfTheQuery() {
        NamedFields named = new NamedFields("process where process.command_line : \"*-backup*\" and process.name == \"certutil.exe\" and user.name != null", event);
        assertEquals(List.of("process.command_line", "process.name"), List.copyOf(named.fields().keySet()));
    }

    @Test void namesOfTheSourceAreFoundWithoutTheirSection() {
        NamedFields named = new NamedFields("EventID=4769 TicketEncryptionType=0x17 | stats count by Image", event);
        assertEquals(List.of("System.EventID", "EventData.TicketEncryptionType", "EventData.Image"), List.copyOf(named.fields().keySet()));
        assertEquals(List.of(new NamedFields.Mark(0, 4)), named.marks("0x17"));
    }

    @Test void sigmaModifiersDoNotHideTheField() {
        NamedFields named = new NamedFields("selection:\n  Image|endswith: '\\rundll32.exe'", event);
        assertEquals(List.of("EventData.Image"), List.copyOf(named.fields().keySet()));
        assertEquals(List.of(new NamedFields.Mark(4, 17)), named.marks("C:\\a\\rundll32.exe"));
    }

    @Test void wordsAreMarkedInAnyCaseAndWithoutWildcards() {
        NamedFields named = new NamedFields("process.command_line : (\"*-backup*\" or \"certutil*\")", event);
        assertEquals(List.of(new NamedFields.Mark(0, 8), new NamedFields.Mark(13, 20)), named.marks("CERTUTIL.exe -backupDB C:\\Users\\Public"));
    }

    @Test void longerWordsWinAndMarksDoNotOverlap() {
        NamedFields named = new NamedFields("\"backup\" \"-backupDB\"", event);
        assertEquals(List.of(new NamedFields.Mark(2, 11)), named.marks("a -backupDB"));
    }

    @Test void unclosedQuotesAndTrailingEscapesAreNoProblem() {
        assertEquals(Map.of(), new NamedFields("\"abc\\", event).fields());
        assertEquals(Map.of(), new NamedFields("'", event).fields());
        assertEquals(Map.of(), new NamedFields("", event).fields());
    }

    @Test void hugeQueriesTakeLittleTime() {
        String query = "\"aaaaaaaaab\" or ".repeat(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> new NamedFields(query, event).marks("a".repeat(600)));
    }
}
