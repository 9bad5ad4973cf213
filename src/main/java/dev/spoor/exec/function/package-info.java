/**
 * Computes scalars: {@link dev.spoor.exec.function.ScalarEvaluator}. The functions are kept in a registry by name, with the language's prefix where languages
 * differ ({@code spl.round}); those without a language stand for facts of the evidence ({@code windows.title}).
 *
 * <p>May import {@code exec}, {@code segment}, {@code query.expr}, {@code ecs}, {@code event}.
 */
package dev.spoor.exec.function;
