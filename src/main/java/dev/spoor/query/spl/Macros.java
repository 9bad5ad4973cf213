package dev.spoor.query.spl;

import dev.spoor.query.parse.ResourceTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The macros that a query may call: those of its rule pack, else the built-in ones of {@code macros.tsv}. Immutable. */
final class Macros {
    private static final Pattern KEY = Pattern.compile("([^()]+)(?:\\((.*)\\))?", Pattern.DOTALL);
    private static final List<Macro> SHIPPED =
            ResourceTable.read(Macros.class, "macros.tsv", 3).stream().map(row -> new Macro(row.get(0), names(row.get(1)), row.get(2))).toList();
    /** The built-in macros alone. */
    static final Macros BUILT_IN = new Macros(Map.of());
    private final Map<String, Macro> known = new HashMap<>();

    /**
     * @param pack definitions by name: {@code name}, {@code name(first,second)} with the names of the arguments, or {@code name(2)}, whose arguments are then
     *             {@code $1$} and {@code $2$} in the definition
     */
    Macros(Map<String, String> pack) {
        SHIPPED.forEach(macro -> known.put(macro.key(), macro));
        pack.forEach((key, definition) -> {
            Macro macro = of(key, definition);
            known.put(macro.key(), macro);
        });
    }

    Optional<Macro> find(String name, int arguments) {
        return Optional.ofNullable(known.get(Macro.key(name, arguments)));
    }

    /** Whether a macro of this name exists with another number of arguments. */
    boolean hasName(String name) {
        return known.values().stream().anyMatch(macro -> macro.name().equals(name));
    }

    private static Macro of(String key, String definition) {
        Matcher matcher = KEY.matcher(key.strip());
        if (!matcher.matches() || matcher.group(2) == null) {
            return new Macro(key.strip(), List.of(), definition);
        }
        String inner = matcher.group(2).strip();
        return new Macro(matcher.group(1), inner.matches("\\d{1,3}") ? numbers(Integer.parseInt(inner)) : names(inner), definition);
    }

    private static List<String> names(String list) {
        return list.isBlank() ? List.of() : Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }
}
