/**
 * What a rule becomes before it runs, and what it gives: a {@link dev.spoor.detect.CompiledRule} is a filter on events and a
 * {@link dev.spoor.detect.Finisher}; running it gives {@link dev.spoor.detect.Match}es. What a rule remembers of several events is a {@link dev.spoor.detect.Memory}. May import {@code rule}, {@code rule.exceptions},
 * {@code query.expr}, {@code query.pipeline}, {@code query.languages}, {@code query.dsl}, {@code segment}, {@code exec}.
 */
package dev.spoor.detect;
