package dev.spoor.workbench;

import java.nio.file.Path;

/** Opens and creates cases. Immutable and thread-safe. */
public final class Workbench {
    /** Opens a case to look at it. */
    public Investigation openToRead(Path file) throws WorkbenchException {
        throw new WorkbenchException("not built");
    }

    /** Opens a case to work on it. */
    public Investigation open(Path file) throws WorkbenchException {
        throw new WorkbenchException("not built");
    }

    /** Opens a case to work on it, and creates it if it is missing. */
    public Investigation openOrCreate(Path file) throws WorkbenchException {
        throw new WorkbenchException("not built");
    }
}
