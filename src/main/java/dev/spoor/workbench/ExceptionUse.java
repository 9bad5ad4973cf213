package dev.spoor.workbench;

/**
 * What an exception did so far.
 *
 * @param hits events that it kept away, over all its rules and all runs since it was made
 * @param last ticks of the latest of these events, {@code Time.NONE} for none
 */
public record ExceptionUse(long hits, long last) {}
