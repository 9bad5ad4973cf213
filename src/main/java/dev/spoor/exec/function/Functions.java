package dev.spoor.exec.function;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The registry of all functions. */
public final class Functions {
    private static final Map<String, Function> ALL = all();

    private Functions() {}

    private static Map<String, Function> all() {
        Map<String, Function> functions = new HashMap<>();
        MathFunctions.addTo(functions);
        NumberFunctions.addTo(functions);
        TextFunctions.addTo(functions);
        ConditionFunctions.addTo(functions);
        ListFunctions.addTo(functions);
        TimeFunctions.addTo(functions);
        JsonFunctions.addTo(functions);
        ConversionFunctions.addTo(functions);
        WindowsFunctions.addTo(functions);
        EqlArithmetic.addTo(functions);
        EqlTexts.addTo(functions);
        EqlLogic.addTo(functions);
        return Map.copyOf(functions);
    }

    static Function named(String name) {
        Function function = ALL.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no function is called " + name);
        }
        return function;
    }

    /** The names of all functions. */
    public static Set<String> names() {
        return ALL.keySet();
    }
}
