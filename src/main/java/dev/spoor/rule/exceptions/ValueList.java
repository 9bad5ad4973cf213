package dev.spoor.rule.exceptions;

import dev.spoor.query.parse.IpText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A list of values that exceptions name, after Elastic Security's value lists: every value is taken at its word, without wildcards, and all are of one type.
 *
 * @param id        its name, unique in the case
 * @param values    without repeats, in their order
 * @param createdBy the analyst
 * @param createdAt ticks of {@code dev.spoor.event.Time}
 */
public record ValueList(String id, Type type, List<String> values, String createdBy, long createdAt) {
    /** The most values; comparing addresses, ranges and texts costs a test for each of them. */
    private static final int MAX_KEYWORDS = 500_000;
    private static final int MAX_OTHERS = 20_000;
    private static final int MAX_LENGTH = 32_766;

    /** How values are compared. */
    public enum Type {
        /** The whole text, as it is spelt. */
        KEYWORD,
        /** One address, however it is spelt. */
        IP,
        /** All addresses of a block ({@code 10.0.0.0/8}) or from one to another ({@code 10.0.0.1-10.0.0.9}). */
        IP_RANGE,
        /** The same words in the same order; case and punctuation do not count. */
        TEXT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The type of a word. */
        public static Optional<Type> of(String word) {
            for (Type type : values()) {
                if (type.word().equals(word)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    public ValueList {
        values = List.copyOf(values);
    }

    /** The values of a text with one on each line: spaces around them, empty lines and repeats are left out. */
    public static List<String> lines(String text) {
        Set<String> values = new LinkedHashSet<>();
        text.lines().map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line).map(String::strip).filter(line -> !line.isEmpty()).forEach(values::add);
        return List.copyOf(values);
    }

    /** What is wrong with the list; empty if nothing is. */
    public Optional<String> problem() {
        int most = type == Type.KEYWORD ? MAX_KEYWORDS : MAX_OTHERS;
        if (id.isBlank()) {
            return Optional.of("The list needs a name.");
        }
        if (values.isEmpty() || values.size() > most) {
            return Optional.of("A list of type " + type.word() + " holds 1 to " + most + " values, found " + values.size() + ".");
        }
        for (int i = 0; i < values.size(); i++) {
            if (!fits(values.get(i))) {
                String found = values.get(i);
                return Optional.of("Value " + (i + 1) + " of the list is no " + expected() + ": '" + (found.length() > 80 ? found.substring(0, 80) + "…" : found) + "'.");
            }
        }
        return Optional.empty();
    }

    private boolean fits(String value) {
        return switch (type) {
            case KEYWORD, TEXT -> !value.isEmpty() && value.length() <= MAX_LENGTH;
            case IP -> IpText.address(value);
            case IP_RANGE -> IpText.block(value) || range(value).isPresent();
        };
    }

    private String expected() {
        return switch (type) {
            case KEYWORD, TEXT -> "text of 1 to " + MAX_LENGTH + " characters";
            case IP -> "IP address";
            case IP_RANGE -> "block of addresses (10.0.0.0/8) or range (10.0.0.1-10.0.0.9)";
        };
    }

    /** Whether a text is an address, a block of addresses or a range of them. */
    public static boolean network(String value) {
        return IpText.address(value) || IpText.block(value) || range(value).isPresent();
    }

    /** First and last address of a range in dash notation. */
    static Optional<List<String>> range(String value) {
        int dash = value.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        List<String> ends = List.of(value.substring(0, dash).strip(), value.substring(dash + 1).strip());
        return ends.stream().allMatch(IpText::address) ? Optional.of(ends) : Optional.empty();
    }
}
