/**
 * The rule model: a {@link dev.spoor.rule.Rule} is everything that a published rule says, whatever file it was read from; {@link dev.spoor.rule.RuleJson}
 * writes it out. Readers live in {@code rule.reader}. May import {@code attack}, {@code query.text}.
 */
package dev.spoor.rule;
