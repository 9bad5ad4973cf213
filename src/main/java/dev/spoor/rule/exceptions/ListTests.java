package dev.spoor.rule.exceptions;

import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.Words;
import dev.spoor.query.parse.IpText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of a list as tests on a value, one of which must pass, after Elastic Security: keywords by their whole text and in their own case, addresses and
 * ranges by what they mean. Texts must have the same words in the same order; Elastic, which looks the event's words up in the list, would also take a text
 * that is only a part of a listed one.
 */
final class ListTests {
    private static final String BETWEEN = "[^\\pL\\pN]";

    private ListTests() {}

    static List<ValueTest> of(Entry entry) {
        if (entry.values().isEmpty()) {
            return List.of();
        }
        return switch (entry.list().orElseThrow(() -> new IllegalArgumentException("names no list")).type()) {
            case KEYWORD -> List.of(new ValueTest.OneOf(Set.copyOf(entry.values()), entry.ignoreCase()));
            case IP -> entry.values().stream().map(ListTests::subnet).toList();
            case IP_RANGE -> entry.values().stream().map(ListTests::range).toList();
            case TEXT -> texts(entry.values());
        };
    }

    private static ValueTest subnet(String address) {
        return new ValueTest.InSubnet(address);
    }

    /** An address in a block or a range, or an address itself. */
    static ValueTest range(String value) {
        if (IpText.block(value) || IpText.address(value)) {
            return subnet(value);
        }
        List<String> ends = ValueList.range(value).orElseThrow(() -> new IllegalArgumentException(value));
        return new ValueTest.InRange(ValueTest.Domain.IP, Optional.of(new ValueTest.Bound(ends.getFirst(), true)), Optional.of(new ValueTest.Bound(ends.getLast(), true)));
    }

    private static List<ValueTest> texts(List<String> values) {
        List<ValueTest> tests = new ArrayList<>(List.of(new ValueTest.OneOf(Set.copyOf(values), true)));
        for (String value : values) {
            List<String> words = Words.of(value);
            if (!words.isEmpty()) {
                String regex = words.stream().map(word -> "\\Q" + word + "\\E").collect(Collectors.joining(BETWEEN + "+", BETWEEN + "*", BETWEEN + "*"));
                tests.add(new ValueTest.Matches(regex, true, true, true));
            }
        }
        return tests;
    }
}
