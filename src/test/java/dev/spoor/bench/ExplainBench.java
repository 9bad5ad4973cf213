package dev.spoor.bench;

import dev.spoor.workbench.ExplainedPairs;
import java.nio.file.Path;

/**
 * Takes rules and events of a case by chance and compares what the explanation says of each pair with what the engine found. The arguments are a case in which rules
 * ran, how many pairs, and a number that begins the chance; half of the pairs are, where there are any, of events that the engine found.
 */
public final class ExplainBench {
    private ExplainBench() {}

    /** Prints each pair that differs, and the counts. */
    public static void main(String[] arguments) throws Exception {
        ExplainedPairs pairs = ExplainedPairs.of(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        pairs.different().forEach(pair -> System.out.println("differs: " + pair));
        System.out.println(pairs.rules() + " rules, " + pairs.count() + " pairs, of which " + pairs.found() + " found by the engine; " + pairs.different().size() + " different");
    }
}
