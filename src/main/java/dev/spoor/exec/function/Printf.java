package dev.spoor.exec.function;

import dev.spoor.exec.RowValues;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SPL's {@code printf}: C's conversions {@code d i u o x X e E f F g G s c %}, the flags {@code - + # 0 '} and blank, a width and a precision of at most three digits. */
final class Printf {
    private static final Pattern CONVERSION = Pattern.compile("%([-+ #0']*)(\\*|[0-9]{0,3})((?:\\.(?:\\*|[0-9]{0,3}))?)([a-zA-Z%])");

    private Printf() {}

    static Object apply(Arguments a) {
        String format = a.text(0);
        if (format == null) {
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 1; i < a.size(); i++) {
            values.add(a.get(i));
        }
        StringBuilder out = new StringBuilder();
        Matcher matcher = CONVERSION.matcher(format);
        int at = 0;
        while (matcher.find()) {
            String part = convert(matcher, values);
            if (part == null) {
                return null;
            }
            out.append(format, at, matcher.start()).append(part);
            at = matcher.end();
        }
        return out.append(format.substring(at)).toString();
    }

    /** One conversion, which takes the next values; null where it cannot be done. */
    private static String convert(Matcher matcher, List<Object> values) {
        String type = matcher.group(4);
        if (type.equals("%")) {
            return "%";
        }
        String width = star(matcher.group(2), values);
        String precision = matcher.group(3).isEmpty() ? "" : "." + star(matcher.group(3).substring(1), values);
        if (width == null || precision.equals(".null") || values.isEmpty()) {
            return null;
        }
        Object value = values.removeFirst();
        String flags = matcher.group(1).replace('\'', ',') + (width.startsWith("-") ? "-" : "");
        String size = width.startsWith("-") ? width.substring(1) : width;
        try {
            return switch (type) {
                case "d", "i", "u" -> whole(flags, size, RowValues.number(value));
                case "o", "x", "X" -> number(flags, size, "", type, RowValues.number(value), true);
                case "e", "E", "f", "g", "G" -> number(flags, size, precision.equals(".") ? ".0" : precision, type, RowValues.number(value), false);
                case "F" -> number(flags, size, precision, "f", RowValues.number(value), false);
                case "s" -> String.format(Locale.ROOT, "%" + flags.replaceAll("[^-]", "") + size + precision + "s", value == null ? "" : RowValues.text(value));
                case "c" -> character(flags, size, value);
                default -> null;
            };
        } catch (IllegalFormatException e) {
            return null;
        }
    }

    private static String star(String text, List<Object> values) {
        if (!text.equals("*")) {
            return text;
        }
        Number number = values.isEmpty() ? null : RowValues.number(values.removeFirst());
        return number == null || Math.abs(number.longValue()) > 999 ? null : Long.toString(number.longValue());
    }

    private static String whole(String flags, String width, Number number) {
        return number == null ? null : String.format(Locale.ROOT, "%" + clean(flags, width).replace("#", "") + width + "d", number.longValue());
    }

    private static String number(String flags, String width, String precision, String type, Number number, boolean whole) {
        if (number == null) {
            return null;
        }
        String kept = clean(flags, width);
        Object value = whole ? (Object) number.longValue() : (Object) number.doubleValue();
        return String.format(Locale.ROOT, "%" + (whole ? kept.replaceAll("[+ ,]", "") : kept) + width + precision + type, value);
    }

    private static String character(String flags, String width, Object value) {
        Number code = RowValues.number(value);
        String text = code != null && Character.isValidCodePoint(code.intValue()) ? Character.toString(code.intValue()) : RowValues.text(value);
        return text == null || text.isEmpty() ? null
                : String.format(Locale.ROOT, "%" + flags.replaceAll("[^-]", "") + width + "s", Character.toString(text.codePointAt(0)));
    }

    /** Flags that Java takes: each once, no 0 beside -, no blank beside +, and neither 0 nor - without a width. */
    private static String clean(String flags, String width) {
        StringBuilder out = new StringBuilder();
        for (char flag : "-+ #0,".toCharArray()) {
            boolean against = flag == '0' && flags.indexOf('-') >= 0 || flag == ' ' && flags.indexOf('+') >= 0 || (flag == '0' || flag == '-') && width.isEmpty();
            if (flags.indexOf(flag) >= 0 && !against) {
                out.append(flag);
            }
        }
        return out.toString();
    }
}
