package dev.spoor.exec.function;

import dev.spoor.exec.RowValues;
import java.util.Locale;
import java.util.Map;

/** Functions of EQL on texts. Of an unknown argument the result is unknown, but an unknown optional argument is one that was not given. */
final class EqlTexts {
    private EqlTexts() {}

    private interface TextTest {
        boolean holds(String text, String part);
    }

    static void addTo(Map<String, Function> functions) {
        both(functions, "startswith", String::startsWith);
        both(functions, "endswith", String::endsWith);
        both(functions, "stringcontains", String::contains);
        functions.put("eql.between", a -> between(a, false));
        functions.put("eql.between~", a -> between(a, true));
        functions.put("eql.indexof", a -> indexOf(a, false));
        functions.put("eql.indexof~", a -> indexOf(a, true));
        functions.put("eql.concat", EqlTexts::concat);
        functions.put("eql.length", a -> a.get(0) instanceof String text ? Long.valueOf(text.length()) : null);
        functions.put("eql.string", a -> string(a.get(0)));
        functions.put("eql.substring", EqlTexts::substring);
    }

    private static void both(Map<String, Function> functions, String name, TextTest test) {
        functions.put("eql." + name, a -> test(a, test, false));
        functions.put("eql." + name + "~", a -> test(a, test, true));
    }

    private static Object test(Arguments a, TextTest test, boolean ignoreCase) {
        String text = string(a.get(0));
        String part = string(a.get(1));
        return text == null || part == null ? null : Boolean.valueOf(test.holds(folded(text, ignoreCase), folded(part, ignoreCase)));
    }

    /** The text behind the first left mark, up to the next right one, or greedily to the last. */
    private static Object between(Arguments a, boolean ignoreCase) {
        String text = string(a.get(0));
        String left = string(a.get(1));
        String right = string(a.get(2));
        if (text == null || left == null || right == null) {
            return null;
        }
        boolean greedy = a.size() > 3 && a.isTrue(3);
        String sought = folded(text, ignoreCase);
        int begin = sought.indexOf(folded(left, ignoreCase));
        if (begin < 0) {
            return null;
        }
        begin += left.length();
        int end = greedy ? sought.lastIndexOf(folded(right, ignoreCase)) : sought.indexOf(folded(right, ignoreCase), begin);
        return end < begin ? null : text.substring(begin, end);
    }

    private static Object indexOf(Arguments a, boolean ignoreCase) {
        String text = string(a.get(0));
        String part = string(a.get(1));
        Object start = a.size() > 2 ? a.get(2) : null;
        if (text == null || part == null) {
            return null;
        }
        long from = start instanceof Number number ? Math.clamp(number.longValue(), 0, text.length()) : 0;
        int at = folded(text, ignoreCase).indexOf(folded(part, ignoreCase), (int) from);
        return at < 0 ? null : Long.valueOf(at);
    }

    private static Object concat(Arguments a) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < a.size(); i++) {
            String text = string(a.get(i));
            if (text == null) {
                return null;
            }
            out.append(text);
        }
        return out.toString();
    }

    /** From 0, the end not included; negative places count from the end; beyond the text is its end. */
    private static Object substring(Arguments a) {
        String text = string(a.get(0));
        if (text == null) {
            return null;
        }
        int begin = place(a.get(1), text, 0);
        int end = place(a.size() > 2 ? a.get(2) : null, text, text.length());
        return begin >= end ? "" : text.substring(begin, end);
    }

    private static int place(Object value, String text, int otherwise) {
        if (!(value instanceof Number number)) {
            return otherwise;
        }
        long place = number.longValue() < 0 ? number.longValue() + text.length() : number.longValue();
        return (int) Math.clamp(place, 0, text.length());
    }

    /** A value as EQL spells it: {@code 2.0} is not {@code 2}. */
    private static String string(Object value) {
        return value instanceof Double real ? real.toString() : RowValues.text(value);
    }

    /** Character by character, so that places stay the same. */
    private static String folded(String text, boolean ignoreCase) {
        if (!ignoreCase) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == text.length()) {
            return lower;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(Character.toLowerCase((char) c)));
        return out.toString();
    }
}
