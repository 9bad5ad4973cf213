/**
 * Exceptions: what an analyst keeps out of a rule's alerts. An {@link dev.spoor.rule.exceptions.ExceptionItem} is a conjunction of
 * {@link dev.spoor.rule.exceptions.Entry entries}; several items of a rule are alternatives. May import {@code rule}, {@code query.expr},
 * {@code query.parse}, {@code ecs}.
 */
package dev.spoor.rule.exceptions;
