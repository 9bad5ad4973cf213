package dev.spoor.query.expr;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition on one value. It is decided once per distinct value of a column. Values of kind JSON never pass. Where a value's text cannot be read
 * as what the test asks for (a number, a date, an address), it does not pass.
 */
public sealed interface ValueTest {
    /** The text is this one. */
    record Equal(String text, boolean ignoreCase) implements ValueTest {}

    /** The text is one of these. */
    record OneOf(Set<String> texts, boolean ignoreCase) implements ValueTest {
        public OneOf {
            texts = Set.copyOf(texts);
        }
    }

    /** The whole text matches a pattern. */
    record Like(Glob glob, boolean ignoreCase) implements ValueTest {}

    /**
     * A regular expression (RE2 syntax) matches.
     *
     * @param whole      it must match the whole text; else any part of it
     * @param ignoreCase letters match in either case
     * @param dotAll     a dot also matches a line end
     */
    record Matches(String regex, boolean whole, boolean ignoreCase, boolean dotAll) implements ValueTest {}

    /**
     * The value lies in a range of its domain.
     *
     * @param low  lower bound, or empty for none
     * @param high upper bound, or empty for none
     */
    record InRange(Domain domain, Optional<Bound> low, Optional<Bound> high) implements ValueTest {}

    /**
     * An end of a range.
     *
     * @param value     in the domain's own spelling: a number's literal; a text; decimal ticks of {@code Time}; an IP address; a version
     * @param inclusive whether the bound itself belongs to the range
     */
    record Bound(String value, boolean inclusive) {}

    /** What values are compared as. */
    enum Domain {
        /** Numbers, exactly (long integers do not lose digits); texts that are numbers count. */
        NUMBER,
        /** Texts by their UTF-8 bytes, as Elasticsearch orders keywords. */
        TEXT,
        /** Points in time: ISO texts, or numbers as milliseconds since 1970. */
        DATE,
        /** IPv4 and IPv6 addresses. */
        IP,
        /** Versions by semantic versioning. */
        VERSION
    }

    /** The value is an IP address in a block, for example {@code 10.0.0.0/8} or {@code fe80::/10}; without a prefix length: that address. */
    record InSubnet(String cidr) implements ValueTest {}

    /**
     * The text, cut into lower-case words as Elasticsearch's standard analyser does, holds the given words.
     *
     * @param words the words of the query, cut the same way
     */
    record HasWords(List<String> words, WordMode mode) implements ValueTest {
        public HasWords {
            words = List.copyOf(words);
        }
    }

    /** How several words are asked for. */
    enum WordMode {
        ANY, ALL,
        /** One after the other, in this order. */
        PHRASE,
        /** Like PHRASE, the last word being a prefix. */
        PHRASE_PREFIX
    }

    /** One of the words of the text (cut as above) matches the pattern. */
    record WordLike(Glob glob) implements ValueTest {}

    /** One of the words of the text (cut as above) passes the test. */
    record AnyWord(ValueTest test) implements ValueTest {}

    /**
     * The text, cut as above, holds the given words near each other: each word's place in the text less its place in the list differs by at most {@code slop}
     * among the words. 0 is a phrase; two swapped neighbours need 2.
     */
    record WordsNear(List<String> words, int slop) implements ValueTest {
        public WordsNear {
            words = List.copyOf(words);
        }
    }

    /** All of the tests pass on the same value. */
    record Every(List<ValueTest> tests) implements ValueTest {
        public Every {
            tests = List.copyOf(tests);
        }
    }

    /** The test does not pass on this value. */
    record Negated(ValueTest test) implements ValueTest {}
}
