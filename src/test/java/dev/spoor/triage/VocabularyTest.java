package dev.spoor.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
    @Test void everyWordThatIsShownIsUnderstood() {
        for (Vocabulary words : Vocabulary.values()) {
            for (Status status : Status.values()) {
                assertEquals(Optional.of(status), Vocabulary.statusOf(words.status(status)));
            }
            for (Reason reason : Reason.values()) {
                Reason expected = words == Vocabulary.SPLUNK && reason == Reason.DUPLICATE ? Reason.OTHER : reason;
                assertEquals(Optional.of(expected), Vocabulary.reasonOf(words.reason(Optional.of(reason))));
            }
        }
    }

    @ParameterizedTest @CsvSource({"Pending, ACKNOWLEDGED", "Resolved, CLOSED", "In Progress, ACKNOWLEDGED", "New, OPEN"})
    void splunksFurtherStatusesStandForOurs(String word, Status status) {
        assertEquals(Optional.of(status), Vocabulary.statusOf(word));
    }

    @Test void wordsOfNobodyStandForNothing() {
        assertEquals(Optional.empty(), Vocabulary.statusOf("escalated"));
        assertEquals(Optional.empty(), Vocabulary.reasonOf("Undetermined"));
        assertEquals(Optional.of(Reason.FALSE_POSITIVE), Vocabulary.reasonOf("False Positive – Inaccurate Data"));
    }
}
