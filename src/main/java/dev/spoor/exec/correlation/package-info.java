/**
 * Counts, sums and puts together events within a span of time, group by group. Entry point: {@link dev.spoor.exec.correlation.CorrelationRunner}. May import {@code exec},
 * {@code query.pipeline}, {@code query.expr}, {@code segment}, {@code event}, {@code job}.
 */
package dev.spoor.exec.correlation;
