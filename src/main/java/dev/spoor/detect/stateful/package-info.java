/**
 * Rules that remember: thresholds, new terms, indicators. What passes their filters is kept as numbers (time, place, codes of values), not as documents, until all
 * files are in. Entry point: {@link dev.spoor.detect.stateful.RememberingRules}. May import {@code detect}, {@code rule}, {@code exec}, {@code segment},
 * {@code query.expr}, {@code ecs}, {@code event}, {@code job}.
 */
package dev.spoor.detect.stateful;
