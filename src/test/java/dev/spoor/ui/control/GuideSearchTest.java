package dev.spoor.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of a guide are kept from Markdown. */
class GuideSearchTest {
    @ParameterizedTest @CsvSource(delimiter = '>', textBlock = """
            !{osquery{"a":1}}               > ~~~~ guide-search⏎!{osquery{"a":1}}⏎~~~~⏎
            a⏎- !{investigate{"a":"*b*"}}⏎b > a⏎- ~~~~ guide-search⏎  !{investigate{"a":"*b*"}}⏎  ~~~~⏎b⏎
            a !{osquery{"a":1}}             > a !{osquery{"a":1}}⏎
            !{osquery                       > !{osquery⏎
            plain                           > plain
            """)
    void aStepAloneOnItsLineOrListItemBecomesABlock(String markdown, String fenced) {
        assertEquals(fenced.replace('⏎', '\n'), GuideSearch.fenced(markdown.replace('⏎', '\n')));
    }
}
