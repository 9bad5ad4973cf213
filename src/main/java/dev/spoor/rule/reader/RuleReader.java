package dev.spoor.rule.reader;

import java.util.List;

/** Reads one format of rule files. Implementations are immutable and thread-safe. */
public interface RuleReader {
    /** Whether the content looks like this format; cheap, and true also for damaged files of the format. */
    boolean recognises(RuleSource source);

    /**
     * Reads a file of this format.
     *
     * @return at least one reading, in the order of the file; bad input is a {@link RuleReading.Problem}
     */
    List<RuleReading> read(RuleSource source);
}
