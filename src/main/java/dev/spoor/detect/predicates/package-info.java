/**
 * The conditions of all rules over one segment at a time, sharing what they have in common. Entry point: {@link dev.spoor.detect.predicates.SharedConditions}, made once for the rules of a data
 * set; it gives the {@link dev.spoor.detect.predicates.SegmentAnswers} of a segment.
 *
 * <p>Equal conditions are one node. All tests on one place (a field, or what stands for it) are decided together, once per distinct value. Each condition has a guard, where one can be found: tests
 * one of which an event must pass; in a segment where none of them passes on any value, the condition is not looked at. Where a place has much text, only the values of those events are searched
 * that the rest of the conditions leaves.
 *
 * <p>May import {@code exec}, {@code segment}, {@code query.expr}, {@code ecs}, {@code event}.
 */
package dev.spoor.detect.predicates;
