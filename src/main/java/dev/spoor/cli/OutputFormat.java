package dev.spoor.cli;

/** How results are printed. */
public enum OutputFormat {
    table, jsonl, csv
}
