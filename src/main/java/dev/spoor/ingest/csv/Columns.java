package dev.spoor.ingest.csv;

import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the cells of a row under the names of their columns. Columns of the same name give one field of several values. A column {@code __mv_x} of Splunk beside a
 * column {@code x} holds all values of {@code x} as {@code $first$;$second$}, a dollar within a value doubled; it becomes those values and is no field itself.
 */
final class Columns {
    private static final String MULTIPLE = "__mv_";
    private static final Value NULL = Value.json("null");
    private final List<String> names;
    private final String[] multiple;
    private final boolean repeats;

    Columns(List<String> names) {
        this.names = List.copyOf(names);
        this.repeats = names.stream().distinct().count() < names.size();
        this.multiple = new String[names.size()];
        for (int i = 0; i < multiple.length; i++) {
            String name = names.get(i);
            boolean encoded = name.startsWith(MULTIPLE) && names.contains(name.substring(MULTIPLE.length()));
            multiple[i] = encoded ? name.substring(MULTIPLE.length()) : "";
        }
    }

    int size() {
        return names.size();
    }

    /** The fields of a row; cells behind the last column are under {@code column_n}, missing ones null. */
    Map<String, Values> fields(List<String> cells) {
        Map<String, Values> fields = LinkedHashMap.newLinkedHashMap(Math.max(names.size(), cells.size()));
        for (int i = 0; i < Math.max(names.size(), cells.size()); i++) {
            String cell = i < cells.size() ? cells.get(i) : "";
            boolean encoded = i < multiple.length && !multiple[i].isEmpty();
            if (encoded) {
                several(fields, multiple[i], cell);
            } else {
                String name = i < names.size() ? names.get(i) : HeaderNames.column(i);
                put(fields, name, value(cell));
            }
        }
        return fields;
    }

    private void put(Map<String, Values> fields, String name, Value value) {
        Values held = repeats ? fields.get(name) : null;
        if (held == null || held.equals(NULL)) {
            fields.put(name, value);
        } else if (!value.equals(NULL)) {
            List<Value> all = new ArrayList<>();
            for (int i = 0; i < held.size(); i++) {
                all.add(held.get(i));
            }
            all.add(value);
            fields.put(name, new ValueList(all));
        }
    }

    private static void several(Map<String, Values> fields, String name, String cell) {
        List<Value> values = new ArrayList<>();
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '$') {
            StringBuilder text = new StringBuilder();
            at++;
            while (at < cell.length()) {
                char c = cell.charAt(at++);
                if (c == '$') {
                    if (at >= cell.length() || cell.charAt(at) != '$') {
                        break;
                    }
                    at++;
                }
                text.append(c);
            }
            values.add(value(text.toString()));
            at += at < cell.length() && cell.charAt(at) == ';' ? 1 : 0;
        }
        if (!values.isEmpty()) {
            fields.put(name, new ValueList(values));
        }
    }

    /** Null for an empty cell, a number where it is spelt as JSON spells plain numbers, else a string. */
    static Value value(String cell) {
        return cell.isEmpty() ? NULL : number(cell) ? Value.number(cell) : Value.string(cell);
    }

    private static boolean number(String cell) {
        int at = cell.charAt(0) == '-' ? 1 : 0;
        int whole = digits(cell, at);
        boolean leadingZero = whole > at + 1 && cell.charAt(at) == '0';
        if (whole == at || leadingZero || whole - at > 18) {
            return false;
        }
        boolean fraction = whole < cell.length() && cell.charAt(whole) == '.' && digits(cell, whole + 1) > whole + 1;
        return (fraction ? digits(cell, whole + 1) : whole) == cell.length() && cell.length() <= 32;
    }

    private static int digits(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
