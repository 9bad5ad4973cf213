/**
 * The one expression form that all query languages are lowered to. {@link dev.spoor.query.expr.Expression} is a condition on one event and
 * two-valued: it holds or it does not. {@link dev.spoor.query.expr.ValueTest} is a condition on one value. {@link dev.spoor.query.expr.Scalar}
 * computes a value and knows "unknown" (null).
 *
 * <p>What differs between languages (case, wildcards, missing fields, multi-values, three-valued logic, types) is written into the nodes by the front
 * end, so that nothing behind the front ends asks which language it was. {@code Not} is the plain complement: where a language
 * wants "and the field exists" under a negation, its front end adds it.
 *
 * <p>May import {@code query.text}, {@code event}.
 */
package dev.spoor.query.expr;
