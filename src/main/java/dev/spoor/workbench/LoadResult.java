package dev.spoor.workbench;

import java.util.List;

/**
 * What loading gave.
 *
 * @param loaded     sources that are now in the case
 * @param duplicates sources whose bytes were in the case already
 * @param refused    what could not be loaded at all, a sentence each
 */
public record LoadResult(int loaded, int duplicates, List<String> refused) {
    public LoadResult {
        refused = List.copyOf(refused);
    }
}
