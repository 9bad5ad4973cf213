/**
 * Finds events that belong together: sequences, samples, and single events in an order that matters. Entry point: {@link dev.spoor.exec.sequence.PatternRunner}. It takes the
 * events that satisfy a condition of a {@link dev.spoor.query.pipeline.EventPattern}, each with the conditions that it satisfies, and gives groups of them. May import
 * {@code exec}, {@code query.pipeline}, {@code query.expr}, {@code segment}, {@code event}, {@code job}.
 */
package dev.spoor.exec.sequence;
