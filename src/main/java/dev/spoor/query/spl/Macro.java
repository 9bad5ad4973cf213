package dev.spoor.query.spl;

import java.util.List;

/**
 * A macro.
 *
 * @param arguments  names of its arguments, for which {@code $name$} stands in the definition
 * @param definition the text that takes the place of a call
 */
record Macro(String name, List<String> arguments, String definition) {
    Macro {
        arguments = List.copyOf(arguments);
    }

    String key() {
        return key(name, arguments.size());
    }

    static String key(String name, int arguments) {
        return arguments == 0 ? name : name + "(" + arguments + ")";
    }

    /** The definition with values in the places of the arguments. */
    String apply(List<String> values) {
        String text = definition;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("$" + arguments.get(i) + "$", values.get(i));
        }
        return text;
    }
}
