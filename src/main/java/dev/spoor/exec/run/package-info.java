/**
 * Runs pipelines: {@link dev.spoor.exec.run.PipelineRunner}. Rows are pushed from one step to the next; only steps that need all rows at once hold them, up to
 * {@link dev.spoor.exec.run.RunLimits}.
 *
 * <p>May import {@code exec}, {@code exec.function}, {@code exec.aggregate}, {@code query.pipeline}, {@code query.expr}, {@code segment}, {@code event},
 * {@code job}.
 */
package dev.spoor.exec.run;
