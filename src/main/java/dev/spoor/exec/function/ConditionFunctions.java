package dev.spoor.exec.function;

import dev.spoor.event.Value;
import dev.spoor.exec.CompiledTest;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.TestCompiler;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar.Collation;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.expr.ValueTest;
import java.util.List;
import java.util.Map;

/** SPL's choices, tests and types. */
final class ConditionFunctions {
    private ConditionFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("spl.if", a -> a.isTrue(0) ? a.get(1) : a.get(2));
        functions.put("spl.case", a -> choose(a, true));
        functions.put("spl.validate", a -> choose(a, false));
        functions.put("spl.coalesce", ConditionFunctions::coalesce);
        functions.put("spl.nullif", a -> Boolean.TRUE.equals(Comparison.compare(Operator.EQUAL, a.get(0), a.get(1), Collation.NUMERIC_TEXT)) ? null : a.get(0));
        functions.put("spl.xor", ConditionFunctions::xor);
        functions.put("spl.isnull", a -> a.get(0) == null);
        functions.put("spl.isnotnull", a -> a.get(0) != null);
        functions.put("spl.isnum", a -> a.get(0) != null && a.number(0) != null);
        functions.put("spl.isint", a -> a.get(0) != null && RowValues.number(a.get(0)) instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue()));
        functions.put("spl.isstr", a -> a.get(0) != null && a.number(0) == null);
        functions.put("spl.isbool", a -> a.get(0) instanceof Boolean);
        functions.put("spl.typeof", a -> type(a.get(0)));
        functions.put("spl.like", ConditionFunctions::like);
        functions.put("spl.match", ConditionFunctions::match);
        functions.put("spl.cidrmatch", ConditionFunctions::cidr);
        functions.put("spl.search", ConditionFunctions::search);
    }

    private static Object choose(Arguments a, boolean when) {
        for (int i = 0; i + 1 < a.size(); i += 2) {
            if (a.get(i) instanceof Boolean known && known == when) {
                return a.get(i + 1);
            }
        }
        return null;
    }

    private static Object coalesce(Arguments a) {
        for (int i = 0; i < a.size(); i++) {
            Object value = a.get(i);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Object xor(Arguments a) {
        boolean result = false;
        for (int i = 0; i < a.size(); i++) {
            if (!(a.get(i) instanceof Boolean known)) {
                return null;
            }
            result ^= known;
        }
        return result;
    }

    private static String type(Object value) {
        return switch (value) {
            case null -> "Invalid";
            case Boolean _ -> "Boolean";
            case Number _ -> "Number";
            case String text -> RowValues.number(text) == null ? "String" : "Number";
            default -> "String";
        };
    }

    private static Object like(Arguments a) {
        String pattern = a.text(1);
        if (pattern == null || a.get(0) == null) {
            return null;
        }
        Glob.Builder glob = new Glob.Builder();
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '%' -> glob.any();
                case '_' -> glob.one();
                default -> glob.literal(pattern.charAt(i));
            }
        }
        return a.any(a.list(0), new ValueTest.Like(glob.build(), false));
    }

    private static Object match(Arguments a) {
        if (a.get(0) == null || a.pattern(1).isEmpty()) {
            return null;
        }
        return a.list(0).stream().anyMatch(value -> a.pattern(1).get().matcher(RowValues.text(value)).find());
    }

    private static Object cidr(Arguments a) {
        return a.get(1) == null || a.text(0) == null ? null : a.any(a.list(1), new ValueTest.InSubnet(a.text(0)));
    }

    /** Compares as the command {@code search} does: value, operator, text. Never unknown. */
    private static Object search(Arguments a) {
        String operator = a.text(1);
        String text = a.text(2);
        List<?> values = a.list(0);
        SearchTerm term = a.searchTerm(text);
        for (Object value : values) {
            boolean found = switch (operator) {
                case "=" -> term.equal(value);
                case "!=" -> !term.equal(value);
                case "<" -> term.compares(Operator.LESS, value);
                case "<=" -> term.compares(Operator.LESS_OR_EQUAL, value);
                case ">" -> term.compares(Operator.GREATER, value);
                default -> term.compares(Operator.GREATER_OR_EQUAL, value);
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** What the command {@code search} compares values with, made ready once. */
    record SearchTerm(String text, CompiledTest like, boolean number) {
        static SearchTerm of(String text, TestCompiler compiler) {
            ValueTest test = text.indexOf('*') >= 0 ? new ValueTest.Like(stars(text), true) : new ValueTest.Equal(text, true);
            return new SearchTerm(text, compiler.compile(test), RowValues.number(text) != null);
        }

        boolean equal(Object value) {
            return like.passes(Value.string(RowValues.text(value))) || number && compares(Operator.EQUAL, value);
        }

        boolean compares(Operator operator, Object value) {
            return Boolean.TRUE.equals(Comparison.compare(operator, value, text, Collation.NUMERIC_TEXT));
        }
    }

    private static Glob stars(String text) {
        Glob.Builder glob = new Glob.Builder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '*') {
                glob.any();
            } else {
                glob.literal(text.charAt(i));
            }
        }
        return glob.build();
    }
}
