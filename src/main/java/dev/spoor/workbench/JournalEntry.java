package dev.spoor.workbench;

/**
 * A line of the case's journal.
 *
 * @param sequence counted from 1
 * @param time     ticks when it was written
 * @param actor    the analyst
 * @param action   what was done: {@code load}, {@code detect}, {@code decide}, {@code except}, {@code report} ...
 * @param subject  what it was done to: an alert id, a rule id, a path
 * @param detail   in words
 * @param hash     hex of the chain at this line
 */
public record JournalEntry(long sequence, long time, String actor, String action, String subject, String detail, String hash) {}
