package dev.spoor.cli;

import dev.spoor.rule.library.RuleCache;
import picocli.CommandLine.Option;

/** Whether rules that were read before are read again. */
final class CacheOption {
    @Option(names = "--no-cache", description = "Reads and compiles all rules again, and keeps nothing for the next time.") private boolean none;

    /** @param quiet whether damage is not told */
    RuleCache cache(boolean quiet) {
        return none ? RuleCache.none() : RuleCache.usual(problem -> {
            if (!quiet) {
                System.err.println(PlainText.line(problem));
            }
        });
    }
}
