/**
 * Accumulators of aggregations: {@link dev.spoor.exec.aggregate.Accumulators} makes one for each measure of each group.
 *
 * <p>May import {@code exec}, {@code query.pipeline}.
 */
package dev.spoor.exec.aggregate;
