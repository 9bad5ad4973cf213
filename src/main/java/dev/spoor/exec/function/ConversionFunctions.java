package dev.spoor.exec.function;

import dev.spoor.exec.RowValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SPL's commands {@code convert}, {@code replace}, {@code makemv} and {@code iplocation} do with single values. */
final class ConversionFunctions {
    private static final Pattern DURATION = Pattern.compile("(?:([0-9]{1,9})\\+)?([0-9]{1,9}):([0-9]{2}):([0-9]{2})");
    private static final Pattern MEMORY = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)\\s*([kKmMgG]?)[bB]?");
    private static final Pattern LEADING = Pattern.compile("\\s*(-?[0-9]{1,18}(?:\\.[0-9]{1,9})?).*", Pattern.DOTALL);
    private static final Pattern MINUTES = Pattern.compile("(?:([0-9]{1,9}):)?([0-9]{1,9}(?:\\.[0-9]{1,9})?)");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*");
    private static final Pattern LOCAL = Pattern.compile("(?:10|127)\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(?:1[6-9]|2[0-9]|3[01])\\..*|::1|(?i:f[cd]|fe80).*|0\\.0\\.0\\.0|::");

    private ConversionFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("spl.dur2sec", a -> duration(a.text(0)));
        functions.put("spl.memk", a -> memory(a.text(0)));
        functions.put("spl.mstime", a -> minutes(a.text(0)));
        functions.put("spl.rmcomma", a -> a.text(0) == null ? null : a.text(0).replace(",", ""));
        functions.put("spl.rmunit", a -> a.text(0) == null || !LEADING.matcher(a.text(0)).matches() ? a.get(0) : RowValues.number(LEADING.matcher(a.text(0)).replaceFirst("$1")));
        functions.put("spl.star_replace", ConversionFunctions::replace);
        functions.put("spl.split_all", ConversionFunctions::split);
        functions.put("spl.tokens", ConversionFunctions::tokens);
        functions.put("spl.location", a -> a.text(0) == null || !ADDRESS.matcher(a.text(0)).matches() || LOCAL.matcher(a.text(0)).matches() ? null : "unknown");
        functions.put("spl.ipmask", ConversionFunctions::mask);
        functions.put("spl.known", a -> a.get(0) == null ? a.get(1) : a.get(0));
    }

    private static Object duration(String text) {
        Matcher matcher = text == null ? null : DURATION.matcher(text.strip());
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        long days = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        return days * 86_400 + Long.parseLong(matcher.group(2)) * 3600 + Long.parseLong(matcher.group(3)) * 60 + Long.parseLong(matcher.group(4));
    }

    private static Object memory(String text) {
        Matcher matcher = text == null ? null : MEMORY.matcher(text.strip());
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        double factor = switch (matcher.group(2)) {
            case "m", "M" -> 1024;
            case "g", "G" -> 1_048_576;
            default -> 1;
        };
        return RowValues.plain(Double.parseDouble(matcher.group(1)) * factor);
    }

    private static Object minutes(String text) {
        Matcher matcher = text == null ? null : MINUTES.matcher(text.strip());
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        double minutes = matcher.group(1) == null ? 0 : Double.parseDouble(matcher.group(1));
        return RowValues.plain(minutes * 60 + Double.parseDouble(matcher.group(2)));
    }

    /** Value, pattern, replacement: a whole value that matches becomes the replacement, whose stars stand for what the pattern's stars stood for. */
    private static Object replace(Arguments a) {
        Optional<com.google.re2j.Pattern> pattern = a.pattern(1);
        if (a.get(0) == null || pattern.isEmpty()) {
            return a.get(0);
        }
        List<Object> all = new ArrayList<>();
        for (Object value : a.list(0)) {
            com.google.re2j.Matcher matcher = pattern.get().matcher(RowValues.text(value));
            all.add(matcher.matches() ? filled(matcher, a.text(2)) : value);
        }
        return RowValues.pack(all);
    }

    private static String filled(com.google.re2j.Matcher matcher, String replacement) {
        StringBuilder out = new StringBuilder();
        int star = 1;
        for (int i = 0; i < replacement.length(); i++) {
            boolean known = replacement.charAt(i) == '*' && star <= matcher.groupCount();
            out.append(known ? matcher.group(star++) : replacement.substring(i, i + 1));
        }
        return out.toString();
    }

    /** Value, delimiter: also the empty pieces. */
    private static Object split(Arguments a) {
        if (a.text(0) == null) {
            return null;
        }
        return RowValues.pack(List.of(a.text(0).split(Pattern.quote(a.text(1)), -1)));
    }

    /** Value, regular expression: the first group of every match. */
    private static Object tokens(Arguments a) {
        if (a.text(0) == null || a.pattern(1).isEmpty()) {
            return null;
        }
        List<Object> all = new ArrayList<>();
        com.google.re2j.Matcher matcher = a.pattern(1).get().matcher(a.text(0));
        while (matcher.find()) {
            all.add(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
        }
        return RowValues.pack(all.stream().filter(one -> one != null).toList());
    }

    private static Object mask(Arguments a) {
        String[] mask = a.text(0) == null ? new String[0] : a.text(0).split("\\.");
        String[] address = a.text(1) == null ? new String[0] : a.text(1).split("\\.");
        if (mask.length != 4 || address.length != 4) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Number one = RowValues.number(mask[i]);
            Number other = RowValues.number(address[i]);
            if (one == null || other == null) {
                return null;
            }
            parts.add(Long.toString(one.longValue() & other.longValue()));
        }
        return String.join(".", parts);
    }
}
