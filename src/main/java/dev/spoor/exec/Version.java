package dev.spoor.exec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version by the rules of semver.org 2.0.0: numbers first, then a pre-release, which comes before the release; what is behind {@code +} does not
 * count. Any number of numeric parts is read, missing ones being 0.
 *
 * @param numbers     the parts before the pre-release
 * @param preRelease  its parts, empty for a release
 */
public record Version(List<BigInteger> numbers, List<String> preRelease) implements Comparable<Version> {
    private static final int MAX_LENGTH = 256;

    /** Reads a version; empty where the text is none. */
    public static Optional<Version> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int plus = text.indexOf('+');
        String plain = plus < 0 ? text : text.substring(0, plus);
        int dash = plain.indexOf('-');
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : (dash < 0 ? plain : plain.substring(0, dash)).split("\\.", -1)) {
            if (!digits(part)) {
                return Optional.empty();
            }
            numbers.add(new BigInteger(part));
        }
        List<String> preRelease = dash < 0 ? List.of() : List.of(plain.substring(dash + 1).split("\\.", -1));
        return preRelease.contains("") ? Optional.empty() : Optional.of(new Version(List.copyOf(numbers), preRelease));
    }

    @Override public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = number(i).compareTo(other.number(i));
            if (order != 0) {
                return order;
            }
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        for (int i = 0; i < Math.min(preRelease.size(), other.preRelease.size()); i++) {
            int order = comparePart(preRelease.get(i), other.preRelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    private static int comparePart(String left, String right) {
        boolean leftNumber = digits(left);
        boolean rightNumber = digits(right);
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber != rightNumber ? (leftNumber ? -1 : 1) : left.compareTo(right);
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
