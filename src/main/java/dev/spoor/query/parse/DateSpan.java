package dev.spoor.query.parse;

/**
 * The stretch of time that a date text stands for: {@code 2024-05-01} is a whole day.
 *
 * @param from its first tick (of {@link dev.spoor.event.Time})
 * @param to   the first tick behind it
 */
record DateSpan(long from, long to) {}
