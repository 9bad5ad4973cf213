package dev.spoor.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
    @Option(names = "--format", paramLabel = "FORMAT",
            description = "How results are printed: table, jsonl or csv. Default: table on a terminal, else jsonl.") private OutputFormat format;

    @Option(names = "--quiet", description = "No progress and no notes on standard error; errors are still told.") private boolean quiet;

    OutputFormat format() {
        if (format != null) {
            return format;
        }
        return terminal() ? OutputFormat.table : OutputFormat.jsonl;
    }

    boolean quiet() {
        return quiet;
    }

    /** Whether standard output is a terminal. */
    boolean terminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
