package dev.spoor.query.spl;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches with places for names or values: {@code $field$} in {@code map}, {@code <<FIELD>>} in {@code foreach}. */
record FieldTokens(String search) {
    private static final Pattern TOKEN = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_.:{}-]{0,200})\\$");

    /** The search with values in the places of the fields. Quotes in a value do not end the text it stands in. */
    String filled(UnaryOperator<String> values) {
        Matcher matcher = TOKEN.matcher(search);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (matcher.find()) {
            String value = values.apply(matcher.group(1));
            boolean quoted = matcher.start() > 0 && search.charAt(matcher.start() - 1) == '"';
            String safe = value.replace("\\", "\\\\").replace("\"", "\\\"");
            out.append(search, at, matcher.start()).append(quoted || value.equals("*") ? safe : "\"" + safe + "\"");
            at = matcher.end();
        }
        return out.append(search.substring(at)).toString();
    }

    /** A row's value as a search writes it. */
    static String text(Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.isEmpty() ? "" : text(list.getFirst());
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            default -> value.toString();
        };
    }

    /** A template of {@code foreach} for one field: {@code <<FIELD>>} is its name, {@code <<MATCHSTR>>} what the pattern's star stood for. */
    static String template(String template, String pattern, String field) {
        String text = template.replace("'<<FIELD>>'", quoted(field)).replace("\"<<FIELD>>\"", "\"" + field + "\"");
        text = text.replace("<<FIELD>>", plain(field) ? field : quoted(field));
        String match = pattern.indexOf('*') < 0 ? "" : Stars.rename(pattern, "*", field);
        return text.replace("<<MATCHSTR>>", match).replace("<<MATCHSEG1>>", match).replace("<<ITEM>>", field);
    }

    private static boolean plain(String field) {
        return field.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    private static String quoted(String field) {
        return "'" + field + "'";
    }
}
