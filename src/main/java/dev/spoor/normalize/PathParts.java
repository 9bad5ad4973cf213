package dev.spoor.normalize;

/** Cuts file paths at backslashes (slashes where there is none). */
final class PathParts {
    private PathParts() {}

    /** What stands behind the last separator; empty for a path that ends with one. */
    static String name(String path) {
        return path.substring(separator(path) + 1);
    }

    /** What stands before the last separator; empty where there is none. */
    static String directory(String path) {
        int at = separator(path);
        return at < 0 ? "" : path.substring(0, at);
    }

    /** What stands behind the last dot of the name; empty where there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || dot < separator(name) ? "" : name.substring(dot + 1);
    }

    private static int separator(String path) {
        int back = path.lastIndexOf('\\');
        return back >= 0 ? back : path.lastIndexOf('/');
    }
}
