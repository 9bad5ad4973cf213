package dev.spoor.query.expr;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSizeTest {
    @ParameterizedTest @ValueSource(strings = {"", "a", "(?i)\\\\cmd\\.exe$", "[^\\]a]{3,20}", "(a{1000}){100}", "a{b}", "{", "[(]{1000}", "\\({1000}", "([a-z0-9+/]{1000}){3}",
            "\\Q(((\\E{10}", "a{1000}b{1000}"})
    void ordinaryOnesAreSmall(String regex) {
        assertTrue(RegexSize.small(regex), regex);
    }

    @ParameterizedTest @ValueSource(
            strings = {"(((a{1000}){1000}){1000})", "((a{1000}){1000})", "(?:(?:[a-z]{100,1000}){2,500}){7,}", "(([)]{1000}){1000}){10}", "((\\){1000}){1000}){10}"})
    void repetitionsOfRepetitionsAreNot(String regex) {
        assertFalse(RegexSize.small(regex), regex);
    }

    @ParameterizedTest @ValueSource(ints = {501, 100_000})
    void bracketsInBracketsWithoutEndAreNot(int depth) {
        assertFalse(RegexSize.small("(".repeat(depth) + "a" + ")".repeat(depth)));
    }

    @ParameterizedTest @ValueSource(strings = {"(a{1000}){100}", "(?:(?:x{10}){10}){10}"})
    void smallOnesBecomeProgramsAtOnce(String regex) {
        assertTrue(Pattern.compile(regex).matches("x".repeat(1_000)) || regex.startsWith("(a"));
    }
}
