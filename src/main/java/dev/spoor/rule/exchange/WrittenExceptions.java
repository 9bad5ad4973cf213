package dev.spoor.rule.exchange;

import java.util.List;

/**
 * What was written.
 *
 * @param text    the file's text; empty where nothing could be written
 * @param written ids of the exceptions that it holds
 * @param refused what it does not hold
 * @param notes   what the form does not say of those that it holds, in words
 */
public record WrittenExceptions(String text, List<String> written, List<Refusal> refused, List<String> notes) {
    /**
     * An exception that could not be written or read.
     *
     * @param name   of the exception
     * @param reason why, in words
     */
    public record Refusal(String name, String reason) {}

    public WrittenExceptions {
        written = List.copyOf(written);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }
}
