package dev.spoor.exec.run;

import dev.spoor.event.Value;
import dev.spoor.exec.CompiledTest;
import dev.spoor.exec.TestCompiler;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.pipeline.LookupTable;
import dev.spoor.query.pipeline.LookupTable.Agreement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** A table's rows by the values of some columns. Rows whose values are plain texts are found at once, the others one after the other. */
final class TableIndex {
    private static final int REMEMBERED = 100_000;
    private final TestCompiler compiler = new TestCompiler();
    private final LookupTable table;
    private final List<Integer> places = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private final Map<List<String>, List<Integer>> plain = new HashMap<>();
    private final List<PatternRow> patterns = new ArrayList<>();
    private final Map<List<String>, List<List<String>>> found = new HashMap<>();
    private final boolean complete;

    /** A row with a pattern or subnet: what each value of a key must pass. */
    private record PatternRow(int row, List<Predicate<String>> tests) {
        boolean agrees(List<String> key) {
            for (int i = 0; i < tests.size(); i++) {
                if (!tests.get(i).test(key.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    TableIndex(LookupTable table, List<String> columns) {
        this.table = table;
        List<String> names = table.columns();
        columns.forEach(column -> {
            places.add(names.indexOf(column));
            agreements.add(table.definition().agreements().getOrDefault(column, Agreement.EXACT));
        });
        complete = !places.contains(-1);
        for (int i = 0; complete && i < table.rows().size(); i++) {
            List<String> key = key(table.rows().get(i));
            if (simple(key)) {
                plain.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
            } else {
                patterns.add(new PatternRow(i, tests(key)));
            }
        }
    }

    private List<String> key(List<String> row) {
        return places.stream().map(place -> folded(row.get(place))).toList();
    }

    private String folded(String text) {
        return table.definition().caseSensitive() ? text : text.toLowerCase(Locale.ROOT);
    }

    private boolean simple(List<String> key) {
        for (int i = 0; i < key.size(); i++) {
            boolean one = switch (agreements.get(i)) {
                case EXACT -> true;
                case WILDCARD -> key.get(i).indexOf('*') < 0;
                case SUBNET -> false;
            };
            if (!one) {
                return false;
            }
        }
        return true;
    }

    /** The rows that agree with values, in the table's order. What was found is remembered, up to a number of values. */
    synchronized List<List<String>> find(List<String> values) {
        if (!complete) {
            return List.of();
        }
        List<List<String>> known = found.get(values);
        if (known == null) {
            known = search(values);
            if (found.size() < REMEMBERED) {
                found.put(values, known);
            }
        }
        return known;
    }

    private List<List<String>> search(List<String> values) {
        List<String> key = values.stream().map(this::folded).toList();
        List<Integer> rows = new ArrayList<>(plain.getOrDefault(key, List.of()));
        int most = table.definition().most();
        for (int i = 0; i < patterns.size() && rows.size() < most; i++) {
            if (patterns.get(i).agrees(key)) {
                rows.add(patterns.get(i).row);
            }
        }
        return rows.stream().sorted().map(row -> table.rows().get(row)).toList();
    }

    private List<Predicate<String>> tests(List<String> key) {
        List<Predicate<String>> tests = new ArrayList<>(key.size());
        for (int i = 0; i < key.size(); i++) {
            String own = key.get(i);
            tests.add(switch (agreements.get(i)) {
                case EXACT -> own::equals;
                case WILDCARD -> StarPattern.of(own);
                case SUBNET -> {
                    CompiledTest subnet = compiler.compile(new ValueTest.InSubnet(own));
                    yield asked -> subnet.passes(Value.string(asked));
                }
            });
        }
        return tests;
    }
}
