package dev.spoor.exec.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.exec.RowValues;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** SPL's functions of texts. */
final class TextFunctions {
    private TextFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("spl.concat", TextFunctions::concat);
        functions.put("spl.len", a -> a.text(0) == null ? null : Long.valueOf(a.text(0).codePointCount(0, a.text(0).length())));
        functions.put("spl.lower", a -> each(a, text -> text.toLowerCase(Locale.ROOT)));
        functions.put("spl.upper", a -> each(a, text -> text.toUpperCase(Locale.ROOT)));
        functions.put("spl.trim", a -> trim(a, true, true));
        functions.put("spl.ltrim", a -> trim(a, true, false));
        functions.put("spl.rtrim", a -> trim(a, false, true));
        functions.put("spl.substr", TextFunctions::substr);
        functions.put("spl.replace", TextFunctions::replace);
        functions.put("spl.exchange", a -> each(a, text -> exchange(text, a.text(1), a.text(2))));
        functions.put("spl.urldecode", a -> a.text(0) == null ? null : urlDecoded(a.text(0)));
        functions.put("spl.tonumber", TextFunctions::toNumber);
        functions.put("spl.tostring", TextFunctions::toText);
        functions.put("spl.printf", Printf::apply);
        functions.put("spl.md5", a -> digest(a, "MD5"));
        functions.put("spl.sha1", a -> digest(a, "SHA-1"));
        functions.put("spl.sha256", a -> digest(a, "SHA-256"));
        functions.put("spl.sha512", a -> digest(a, "SHA-512"));
    }

    /** Puts the character at the same place of one text in place of each of another's. */
    private static String exchange(String text, String from, String to) {
        int[] out = text.codePoints().map(c -> {
            int place = from.codePointCount(0, Math.max(0, from.indexOf(c)));
            return from.indexOf(c) < 0 ? c : to.codePointAt(to.offsetByCodePoints(0, place));
        }).toArray();
        return new String(out, 0, out.length);
    }

    private static Object concat(Arguments a) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < a.size(); i++) {
            String text = a.text(i);
            if (text == null) {
                return null;
            }
            out.append(text);
        }
        return out.toString();
    }

    private static Object each(Arguments a, UnaryOperator<String> change) {
        return RowValues.pack(a.list(0).stream().map(value -> change.apply(RowValues.text(value))).toList());
    }

    private static Object trim(Arguments a, boolean left, boolean right) {
        String text = a.text(0);
        String characters = a.size() > 1 ? a.text(1) : " \t";
        if (text == null || characters == null) {
            return null;
        }
        int begin = 0;
        int end = text.length();
        while (left && begin < end && characters.indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        while (right && end > begin && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** Counted from 1, or from the end where negative. */
    private static Object substr(Arguments a) {
        String text = a.text(0);
        Number start = a.number(1);
        Number length = a.size() > 2 ? a.number(2) : Long.valueOf(Integer.MAX_VALUE);
        if (text == null || start == null || length == null) {
            return null;
        }
        int[] points = text.codePoints().toArray();
        long from = start.longValue() < 0 ? Math.max(0, points.length + start.longValue()) : Math.max(0, start.longValue() - 1);
        long to = Math.min(points.length, from + Math.max(0, length.longValue()));
        return from >= to ? "" : new String(points, (int) from, (int) (to - from));
    }

    private static Object replace(Arguments a) {
        String replacement = a.text(2);
        if (a.get(0) == null || replacement == null || a.pattern(1).isEmpty()) {
            return null;
        }
        return each(a, text -> replaced(a.pattern(1).get(), text, replacement, true));
    }

    /** A text with a replacement for the first match or for all; {@code \1} in it stands for a group. */
    static String replaced(Pattern pattern, String text, String replacement, boolean all) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (matcher.find()) {
            out.append(text, at, matcher.start());
            insert(out, matcher, replacement);
            at = matcher.end();
            if (!all) {
                break;
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    private static void insert(StringBuilder out, Matcher matcher, String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
            if (c == '\\' && Character.isDigit(next)) {
                String group = next - '0' <= matcher.groupCount() ? matcher.group(next - '0') : null;
                out.append(group == null ? "" : group);
                i++;
            } else if (c == '\\' && next != 0) {
                out.append(next);
                i++;
            } else {
                out.append(c);
            }
        }
    }

    private static String urlDecoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i++) {
            int high = i + 2 < all.length ? Character.digit(all[i + 1], 16) : -1;
            int low = i + 2 < all.length ? Character.digit(all[i + 2], 16) : -1;
            if (all[i] == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(all[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Object toNumber(Arguments a) {
        Number base = a.size() > 1 ? a.number(1) : Long.valueOf(10);
        String text = a.text(0);
        if (text == null || base == null || base.intValue() < 2 || base.intValue() > 36) {
            return null;
        }
        if (base.intValue() == 10) {
            return a.number(0);
        }
        String digits = base.intValue() == 16 && text.regionMatches(true, 0, "0x", 0, 2) ? text.substring(2) : text;
        try {
            return Long.valueOf(digits, base.intValue());
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static Object toText(Arguments a) {
        Object value = a.get(0);
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (a.size() == 1 || value == null) {
            return RowValues.text(value);
        }
        Number number = RowValues.number(value);
        if (number == null) {
            return RowValues.text(value);
        }
        return switch (a.text(1)) {
            case "hex" -> "0x" + Long.toHexString(number.longValue()).toUpperCase(Locale.ROOT);
            case "binary" -> Long.toBinaryString(number.longValue());
            case "commas" -> commas(BigDecimal.valueOf(number.doubleValue()).setScale(2, RoundingMode.HALF_UP));
            case "duration" -> duration(number.longValue());
            case null, default -> RowValues.text(value);
        };
    }

    private static String commas(BigDecimal number) {
        BigDecimal shown = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0 ? number.setScale(0, RoundingMode.HALF_UP) : number;
        return String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown);
    }

    private static String duration(long seconds) {
        long days = seconds / 86_400;
        String time = String.format(Locale.ROOT, "%02d:%02d:%02d", seconds % 86_400 / 3_600, seconds % 3_600 / 60, seconds % 60);
        return days == 0 ? time : days + "+" + time;
    }

    private static Object digest(Arguments a, String algorithm) {
        if (a.text(0) == null) {
            return null;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(a.text(0).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
