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

    @Test void listsAndTheOtherOperatorsAreReadAsElasticWritesThem() throws Exception {
        ExceptionDraft draft = ExceptionJson.parse("""
                {"scope": "technique:t1003, T1110", "entries": [
                  {"type": "list", "field": "source.ip", "operator": "excluded", "list": {"id": "scanners", "type": "ip_range"}},
                  {"type": "match", "field": "a", "operator": "included", "value": "b"}, {"type": "match_any", "field": "a", "value": ["b", "c"]},
                  {"type": "wildcard", "field": "a", "operator": "excluded", "value": "b*"}, {"type": "exists", "field": "a", "operator": "included"}]}
                """);
        assertEquals("source.ip is not in list 'scanners' (ip_range) and a is 'b' and a is one of 'b', 'c' and a does not match 'b*' and a exists",
                ExceptionSentence.of(draft.entries()));
        assertEquals(new ExceptionScope(ExceptionScope.Kind.TECHNIQUE, List.of("T1003", "T1110")), draft.scope());
        assertEquals(draft, ExceptionJson.parse(ExceptionJson.write(draft).toString()));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', textBlock = """
            rule                 | for rule 'Delegation' on
            all                  | for any rule on
            tag:Domain: Endpoint | for rules with the tag 'Domain: Endpoint' on
            technique:T1003      | for rules of technique T1003 on
            rules:a,b            | for rule 'Delegation' and the rules 'a', 'b' on
            """)
    void theSentenceSaysTheScope(String scope, String words) throws Exception {
        ExceptionDraft draft = new ExceptionDraft("", DRAFT.entries(), "", Optional.empty(), ExceptionScope.parse(scope));
        String sentence = ExceptionSentence.of(draft.item("x1", "r1", "ann", 0), "Delegation");
        assertEquals(true, sentence.contains(words), sentence);
        assertEquals(draft.scope(), ExceptionScope.parse(draft.scope().text()));
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
            {"entries":[{"field":"a","operator":"like","value":"b"}]}             | expected is, is_one_of, exists, matches, is_in_list, in_network or nested, found 'like'
            {"entries":[{"field":"a","operator":"is"}]}                           | is takes one value, found 0
            {"entries":[{"field":"a","operator":"is","values":["b","c"]}]}        | is takes one value, found 2
            {"entries":[{"field":"a","operator":"exists","value":"b"}]}           | exists takes no value, found 1
            {"entries":[{"field":"a","operator":"is","value":{"b":1}}]}           | expected a text, number or boolean, found an object
            {"entries":[{"field":"a","operator":"is","value":"b","not":true}]}    | Unknown key 'not' in entry 1
            {"entries":[{"field":"a","operator":"exists","negated":"yes"}]}       | expected true or false, found 'yes'
            {"entries":[{"field":"a","type":"nested","entries":[]}]}              | "entries" of entry 1: nested takes 1 to
            {"entries":[{"field":"a","type":"fuzzy","value":"b"}]}                | expected match, match_any, exists, wildcard, list, cidr or nested, found 'fuzzy'
            {"entries":[{"field":"a","type":"match","operator":"is","value":1}]}  | expected included or excluded, found 'is'
            {"entries":[{"field":"a","type":"list"}]}                             | Expected "list" of entry 1 as a JSON object, found nothing
            {"entries":[{"field":"a","type":"list","list":{"id":"l"}}]}           | expected keyword, ip, ip_range or text, found nothing
            {"entries":[{"field":"a","type":"list","list":{"type":"ip"}}]}        | expected the name of a list, found nothing
            {"entries":[{"field":"a","operator":"exists","list":{"id":"l"}}]}     | exists takes no list
            {"entries":[{"field":"a","operator":"exists"}],"scope":"tag"}         | expected rule, all, rules:ID,ID, tag:TAG, technique:T1003 or list:ID, found 'tag'
            {"entries":[{"field":"a","operator":"exists"}],"scope":"all:x"}       | found 'all:x'
            {"entries":[{"field":"a","operator":"exists"}],"expires":"soon"}      | expected an ISO 8601 time like 2027-01-01T00:00:00Z, found 'soon'
            """)
    void mistakesAreNamedWithTheirPlace(String json, String message) {
        String found = assertThrows(ExceptionProblem.class, () -> ExceptionJson.parse(json)).getMessage();
        assertEquals(true, found.contains(message), found);
    }
}
