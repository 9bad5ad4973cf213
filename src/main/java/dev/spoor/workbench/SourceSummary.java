package dev.spoor.workbench;

import java.util.List;
import java.util.Optional;

/**
 * A line of the evidence register.
 *
 * @param number      its number in the case
 * @param path        as given to load
 * @param entry       entry of an archive, else empty
 * @param sha256      lower-case hex of the whole file or entry
 * @param first       ticks of the earliest event, {@code Time.NONE} for none
 * @param duplicateOf path of the source with the same bytes, in which case nothing was loaded
 * @param problems    what could not be read, with positions (the first 1,000; {@code damaged} counts all)
 */
public record SourceSummary(int number, String path, String entry, String sha256, long size, String format, long records, long damaged, long repaired, long first,
        long last, Optional<String> duplicateOf, List<String> problems) {}
