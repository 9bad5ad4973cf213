package dev.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.store.JournalLine.Act;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach void write() throws StoreException {
        file = folder.resolve("a.spoor");
        try (CaseFile made = CaseFile.create(file)) {
            for (int i = 0; i < 5; i++) {
                made.journal().append(new Act(100 + i, "ann", "decide", "alert" + i, "open -> closed"));
            }
        }
    }

    @Test void anUntouchedJournalVerifies() throws Exception {
        try (CaseFile opened = CaseFile.open(file, Access.READ)) {
            assertEquals(Optional.empty(), opened.journal().verify());
            List<JournalLine> lines = opened.journal().list();
            assertEquals(lines.getLast().hash(), opened.journal().head());
            assertEquals(List.of(lines.get(2)), opened.journal().about("alert2"));
        }
    }

    @ParameterizedTest @ValueSource(strings = {
            "UPDATE journal SET time = time + 1 WHERE sequence = 3",
            "UPDATE journal SET actor = 'bob' WHERE sequence = 3",
            "UPDATE journal SET action = 'Decide' WHERE sequence = 3",
            "UPDATE journal SET subject = 'alert9' WHERE sequence = 3",
            "UPDATE journal SET detail = 'open -> Closed' WHERE sequence = 3",
            "UPDATE journal SET subject = subject || 'o', detail = substr(detail, 2) WHERE sequence = 3",
            "UPDATE journal SET hash = replace(replace(hash, '1', '2'), 'a', 'b') WHERE sequence = 3",
            "UPDATE journal SET sequence = 9 WHERE sequence = 3",
            "DELETE FROM journal WHERE sequence = 3",
            "DELETE FROM journal WHERE sequence = 1"
    })
    void everyChangeBreaksTheChain(String tampering) throws Exception {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertEquals(1, Sql.update(raw, tampering));
        }
        try (CaseFile opened = CaseFile.open(file, Access.READ)) {
            String found = opened.journal().verify().orElseThrow();
            assertTrue(found.startsWith("Journal line " + (tampering.contains("sequence = 1") ? 1 : 3)), found);
        }
    }

    @Test void cuttingTheEndChangesTheHead() throws Exception {
        String head;
        try (CaseFile opened = CaseFile.open(file, Access.READ)) {
            head = opened.journal().head();
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.update(raw, "DELETE FROM journal WHERE sequence = 5");
        }
        try (CaseFile opened = CaseFile.open(file, Access.READ)) {
            assertEquals(Optional.empty(), opened.journal().verify());
            assertTrue(!head.equals(opened.journal().head()));
        }
    }
}
