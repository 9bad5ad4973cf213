/**
 * A condition and a segment give a bitmap of events: {@link dev.spoor.exec.ConditionMatcher}. Tests on values are compiled once, by a
 * {@link dev.spoor.exec.TestCompiler} that all segments share, and decided once per distinct value of a column.
 *
 * <p>May import {@code segment}, {@code query.expr}, {@code ecs}, {@code event}.
 */
package dev.spoor.exec;
