package dev.spoor.normalize;

import dev.spoor.ingest.SystemField;
import java.util.List;

/**
 * What a path below a section of a converted event names.
 *
 * @param element   path of the element, from the section
 * @param attribute name of its attribute, or empty for its text
 */
record TreeName(String element, String attribute) {
    /** What stands between an element and its Name attribute, by converter. */
    static final List<String> NAME_ATTRIBUTES = List.of(".#attributes.Name", "_attributes.Name", ".@Name", ".$.Name", ".-Name");
    private static final List<String> ATTRIBUTE = List.of(".#attributes.", "_attributes.", ".@", ".$.", ".-");
    private static final List<String> TEXT = List.of(".#text", ".$t", "._", ".Value");

    static TreeName of(String path) {
        for (String mark : ATTRIBUTE) {
            int at = path.indexOf(mark);
            if (at >= 0) {
                return new TreeName(path.substring(0, at), path.substring(at + mark.length()));
            }
        }
        if (path.startsWith("#attributes.") || path.startsWith("@") || path.startsWith("$.")) {
            return new TreeName("", path.substring(path.indexOf('.') + 1));
        }
        for (String mark : TEXT) {
            if (path.endsWith(mark)) {
                return new TreeName(path.substring(0, path.length() - mark.length()), "");
            }
        }
        int dot = path.lastIndexOf('.');
        boolean plainAttribute = dot > 0 && SystemField.of(path.substring(0, dot), path.substring(dot + 1)) != SystemField.OTHER;
        return plainAttribute ? new TreeName(path.substring(0, dot), path.substring(dot + 1)) : new TreeName(path, "");
    }

    /** The last tag of the element's path. */
    String leaf() {
        return element.substring(element.lastIndexOf('.') + 1);
    }

    /** Whether a path beside the sections only names the schema of the event. */
    static boolean isNamespace(String path) {
        return path.endsWith("xmlns") || path.startsWith("xmlns:") || path.contains("_attributes.xmlns:");
    }
}
