package dev.spoor.exec.function;

import dev.spoor.exec.RowValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SPL's functions of multi-values. */
final class ListFunctions {
    private static final int MAX_RANGE = 100_000;

    private ListFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("spl.mvappend", ListFunctions::append);
        functions.put("spl.mvcount", a -> a.get(0) == null ? null : Long.valueOf(a.list(0).size()));
        functions.put("spl.mvdedup", a -> RowValues.pack(distinct(a.list(0))));
        functions.put("spl.mvsort", a -> RowValues.pack(a.list(0).stream().sorted((x, y) -> RowValues.text(x).compareTo(RowValues.text(y))).toList()));
        functions.put("spl.mvindex", ListFunctions::index);
        functions.put("spl.mvjoin", ListFunctions::join);
        functions.put("spl.mvzip", ListFunctions::zip);
        functions.put("spl.mvfind", ListFunctions::find);
        functions.put("spl.mvrange", ListFunctions::range);
        functions.put("spl.mvmap", ListFunctions::map);
        functions.put("spl.mvfilter", ListFunctions::filter);
        functions.put("spl.split", ListFunctions::split);
        functions.put("spl.split_some", a -> RowValues.pack(RowValues.list(split(a)).stream().filter(part -> !"".equals(part)).map(Object.class::cast).toList()));
    }

    private static Object append(Arguments a) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            all.addAll(a.list(i));
        }
        return RowValues.pack(all);
    }

    private static List<Object> distinct(List<?> values) {
        Map<String, Object> seen = new LinkedHashMap<>();
        values.forEach(value -> seen.putIfAbsent(RowValues.text(value), value));
        return new ArrayList<>(seen.values());
    }

    private static Object index(Arguments a) {
        List<?> values = a.list(0);
        Number first = a.number(1);
        Number last = a.size() > 2 ? a.number(2) : first;
        if (first == null || last == null) {
            return null;
        }
        long from = first.longValue() < 0 ? first.longValue() + values.size() : first.longValue();
        long to = last.longValue() < 0 ? last.longValue() + values.size() : last.longValue();
        if (from < 0 || from > to || from >= values.size() || a.size() == 2 && to >= values.size()) {
            return null;
        }
        return RowValues.pack(values.subList((int) from, (int) Math.min(values.size(), to + 1)));
    }

    private static Object join(Arguments a) {
        String delimiter = a.text(1);
        return a.get(0) == null || delimiter == null ? null : String.join(delimiter, a.list(0).stream().map(RowValues::text).toList());
    }

    private static Object zip(Arguments a) {
        String delimiter = a.size() > 2 ? a.text(2) : ",";
        List<?> left = a.list(0);
        List<?> right = a.list(1);
        List<Object> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            pairs.add(RowValues.text(left.get(i)) + delimiter + RowValues.text(right.get(i)));
        }
        return RowValues.pack(pairs);
    }

    private static Object find(Arguments a) {
        List<?> values = a.list(0);
        for (int i = 0; i < values.size() && a.pattern(1).isPresent(); i++) {
            if (a.pattern(1).get().matcher(RowValues.text(values.get(i))).find()) {
                return Long.valueOf(i);
            }
        }
        return null;
    }

    /** From the first number up to, not including, the second. */
    private static Object range(Arguments a) {
        Double from = a.real(0);
        Double to = a.real(1);
        Double step = a.size() > 2 ? a.real(2) : Double.valueOf(1);
        if (from == null || to == null || step == null || step <= 0 || (to - from) / step > MAX_RANGE) {
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; from + i * step < to; i++) {
            values.add(RowValues.plain(from + i * step));
        }
        return RowValues.pack(values);
    }

    /** Values, the name that stands for one of them, and what is computed of it. */
    private static Object map(Arguments a) {
        List<Object> results = new ArrayList<>();
        for (Object value : a.list(0)) {
            results.addAll(RowValues.list(a.get(2, a.text(1), value)));
        }
        return RowValues.pack(results);
    }

    private static Object filter(Arguments a) {
        return RowValues.pack(a.list(0).stream().filter(value -> Boolean.TRUE.equals(a.get(2, a.text(1), value))).toList());
    }

    private static Object split(Arguments a) {
        String text = a.text(0);
        String delimiter = a.text(1);
        if (text == null || delimiter == null) {
            return null;
        }
        return RowValues.pack(List.of(text.split(delimiter.isEmpty() ? "" : Pattern.quote(delimiter), -1)));
    }
}
