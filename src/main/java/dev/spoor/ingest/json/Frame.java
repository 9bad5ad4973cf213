package dev.spoor.ingest.json;

/**
 * Where a record lies in the window; valid until the next one is asked for.
 *
 * @param from    place of its first byte in the window's bytes
 * @param to      place behind its last byte
 * @param offset  byte offset in the file
 * @param number  its line, element or document number, from 1
 * @param problem why it is no record, or empty
 */
record Frame(int from, int to, long offset, long number, String problem) {
    boolean damaged() {
        return !problem.isEmpty();
    }
}
