package dev.spoor.rule.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionQueryTest {
    private static Entry entry(Entry.Operator operator, boolean negated, String... values) {
        return new Entry("a.b", operator, negated, List.of(values), false);
    }

    @Test void everyOperatorIsWrittenInKql() {
        assertEquals("a.b: \"x \\\"y\\\" C:\\\\d\" and (a.b: * and not a.b: \"z\")\nor a.b: *".replace("a.b: \"x", "(a.b: \"x").replace("\nor a.b: *", ")\nor (a.b: *)"),
                ExceptionQuery.kql(
                        List.of(List.of(entry(Entry.Operator.IS, false, "x \"y\" C:\\d"), entry(Entry.Operator.IS, true, "z")), List.of(entry(Entry.Operator.EXISTS, false)))));
        assertEquals("(a.b: * and not a.b: (\"x\" or \"y\"))", ExceptionQuery.kql(List.of(List.of(entry(Entry.Operator.IS_ONE_OF, true, "x", "y")))));
        assertEquals("not a.b: *", ExceptionQuery.kql(List.of(List.of(entry(Entry.Operator.EXISTS, true)))));
        assertEquals("a.b: C\\:\\\\Temp\\\\*.t?p\\ x\\*",
                ExceptionQuery.kql(List.of(List.of(entry(Entry.Operator.MATCHES, false, "C:\\Temp\\\\*.t?p x\\*")))).replace("\\\\\\\\", "\\\\"));
    }

    @Test void whatKqlCannotSayIsTold() {
        Entry list = Entry.inList("a.b", false, new Entry.ListName("l", ValueList.Type.KEYWORD), false)
                .with(new ValueList("l", ValueList.Type.KEYWORD, Collections.nCopies(25, "v"), "ann", 0));
        assertTrue(ExceptionQuery.kql(List.of(List.of(list))).endsWith(" or … 5 more)"));
        assertTrue(ExceptionQuery.lossy(List.of(List.of(list))));
        assertTrue(ExceptionQuery.lossy(List.of(List.of(new Entry("a", Entry.Operator.IS, false, List.of("b"), true)))));
        assertFalse(ExceptionQuery.lossy(List.of(List.of(entry(Entry.Operator.IS, false, "x")))));
    }
}
