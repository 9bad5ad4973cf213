package dev.spoor.ui.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.explain.Clause;
import dev.spoor.explain.RuleExplanation;
import dev.spoor.query.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MatchedCharactersTest {
    private static final String VALUE = "certutil.exe -backupDB \"C:\\Users\"";

    private static Clause leaf(boolean holds, String value, Span... marks) {
        return new Clause("test", "is like", holds ? Clause.Verdict.TRUE : Clause.Verdict.FALSE, Span.NONE,
                List.of(new Clause.Held("process.command_line", value, holds, List.of(marks))),
                List.of());
    }

    private static MatchedCharacters of(Clause... clauses) {
        Clause all = new Clause("and", "all", Clause.Verdict.TRUE, Span.NONE, List.of(), List.of(clauses));
        return MatchedCharacters.of(new RuleExplanation(true, List.of(new RuleExplanation.Part("filter", all)), List.of()));
    }

    private static List<String> marked(String text, List<Span> marks) {
        return marks.stream().map(mark -> text.substring(mark.start(), mark.end())).toList();
    }

    @Test void theSameCharactersAreMarkedInTheValueAndInTheRecord() {
        MatchedCharacters found = of(leaf(true, VALUE, new Span(13, 22), new Span(24, 32)));
        assertEquals(List.of("-backupDB", "C:\\Users"), marked(VALUE, found.in("process.command_line", VALUE)));
        assertEquals(List.of("-backupDB", "C:\\Users"), marked(VALUE, found.in("EventData.CommandLine", VALUE)));
        assertEquals(List.of(), of(leaf(true, "1", new Span(0, 1))).in("process.pid", "1"));
        String xml = "<Data Name=\"CommandLine\">certutil.exe -backupDB &quot;C:\\Users&quot;</Data>";
        assertEquals(List.of("-backupDB", "C:\\Users"), marked(xml, found.inRecord(xml)));
        String json = "{\"CommandLine\":\"certutil.exe -backupDB \\\"C:\\\\Users\\\"\"}";
        assertEquals(List.of("-backupDB", "C:\\\\Users"), marked(json, found.inRecord(json)));
    }

    @Test void whatDidNotHoldAndWhatStandsBelowANotIsNotMarked() {
        Clause not = new Clause("not", "not", Clause.Verdict.TRUE, Span.NONE, List.of(), List.of(leaf(true, VALUE, new Span(0, 8))));
        assertEquals(List.of(), of(leaf(false, VALUE, new Span(0, 8)), not).inRecord(VALUE));
    }

    @Test void aValueInsideAWordIsNotThatValue() {
        assertEquals(List.of(new Span(6, 7)), of(leaf(true, "1", new Span(0, 1))).inRecord("14111 1 21"));
    }
}
