package dev.spoor.workbench;

import java.nio.file.Path;

/** What a case is called: its file's name without the suffix. */
final class CaseNames {
    private CaseNames() {}

    static String of(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".spoor") ? name.substring(0, name.length() - ".spoor".length()) : name;
    }
}
