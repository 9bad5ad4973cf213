package dev.spoor.rule.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.spoor.event.Time;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionJsonTest {
    private static final ExceptionDraft DRAFT = new ExceptionDraft("Patching", List.of(
            new Entry("process.name", Entry.Operator.IS_ONE_OF, true, List.of("a", "b"), true),
            new Entry("user.name", Entry.Operator.EXISTS, true, List.of(), false),
            new Entry("file.path", Entry.Operator.MATCHES, false, List.of("C:\\\\*"), false)), "ticket 17", Optional.of(Time.parse("2027-01-01")));

    @Test void whatIsWrittenIsReadBack() throws Exception {
        assertEquals(DRAFT, ExceptionJson.parse(ExceptionJson.write(DRAFT).toString()));
        assertEquals("{\"name\":\"Patching\",\"entries\":[{\"field\":\"process.name\",\"operator\":\"is_one_of\",\"negated\":true,\"values\":[\"a\",\"b\"],"
                + "\"ignore_case\":true},{\"field\":\"user.name\",\"operator\":\"exists\",\"negated\":true,\"values\":[],\"ignore_case\":false},"
                + "{\"field\":\"file.path\",\"operator\":\"matches\",\"negated\":false,\"values\":[\"C:\\\\\\\\*\"],\"ignore_case\":false}],"
                + "\"comment\":\"ticket 17\",\"expires\":\"2027-01-01T00:00:00.000000000Z\"}", ExceptionJson.write(DRAFT).toString());
        assertEquals("{\"id\":\"x1\",\"rule\":\"r1\",\"name\":\"Patching\"", ExceptionJson.write(DRAFT.item("x1", "r1", "ann", 0)).toString().substring(0, 40));
    }

    @Test void oneValueOrSeveralUnderEitherKey() throws Exception {
        for (String values : List.of("\"value\":\"7\"", "\"value\":7", "\"values\":[7]", "\"values\":\"7\"")) {
            ExceptionDraft draft = ExceptionJson.parse("{\"entries\":[{\"field\":\"a\",\"operator\":\"is\"," + values + "}]}");
            assertEquals(new ExceptionDraft("", List.of(new Entry("a", Entry.Operator.IS, false, List.of("7"), false)), "", Optional.empty()), draft);
        }
    }

    @Test void anExceptionWithoutANameIsNamedAfterWhatItSays() {
        ExceptionDraft unnamed = new ExceptionDraft("", DRAFT.entries(), "", Optional.empty());
        assertEquals("process.name is none of 'a', 'b' in upper or lower case and user.name does not exist and file.path matches 'C:\\\\*'",
                unnamed.item("x1", "r1", "ann", 0).name());
        assertEquals("Do not alert for rule 'Delegation' on events where a is 'b'.", ExceptionSentence.of(new ExceptionItem("x1", "r1", "", List.of(
                new Entry("a", Entry.Operator.IS, false, List.of("b"), false)), "", "", 0, Optional.empty(), true), "Delegation"));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            {                                                                     | not JSON at line 1
            {} []                                                                 | not JSON at line 1
            {"name":"a","name":"b"}                                               | Duplicate field 'name'
            []                                                                    | Expected the exception as a JSON object, found a list of 0
            {}                                                                    | expected a list of 1 to 1000 entries, found nothing
            {"entries":[]}                                                        | found a list of 0
            {"entries":[1]}                                                       | Expected entry 1 as a JSON object, found '1'
            {"entries":[{"field":"a","operator":"exists"},{"operator":"exists"}]} | "field" of entry 2: expected the name of a field
            {"entries":[{"field":"a","operator":"like","value":"b"}]}             | expected is, is_one_of, exists or matches, found 'like'
            {"entries":[{"field":"a","operator":"is"}]}                           | is takes one value, found 0
            {"entries":[{"field":"a","operator":"is","values":["b","c"]}]}        | is takes one value, found 2
            {"entries":[{"field":"a","operator":"exists","value":"b"}]}           | exists takes no value, found 1
            {"entries":[{"field":"a","operator":"is","value":{"b":1}}]}           | expected a text, number or boolean, found an object
            {"entries":[{"field":"a","operator":"is","value":"b","not":true}]}    | Unknown key 'not' in entry 1
            {"entries":[{"field":"a","operator":"exists","negated":"yes"}]}       | expected true or false, found 'yes'
            {"entries":[{"field":"a","operator":"exists"}],"expires":"soon"}      | expected an ISO 8601 time like 2027-01-01T00:00:00Z, found 'soon'
            """)
    void mistakesAreNamedWithTheirPlace(String json, String message) {
        String found = assertThrows(ExceptionProblem.class, () -> ExceptionJson.parse(json)).getMessage();
        assertEquals(true, found.contains(message), found);
    }
}
