/**
 * Rule files to rules. Entry point: {@link dev.spoor.rule.reader.RuleReader}, one implementation per format in the packages below; which one reads a file
 * is decided by its content. What they share is here: YAML within limits ({@link dev.spoor.rule.reader.YamlText}), front matter, Markdown links, guides,
 * and the {@link dev.spoor.rule.reader.RuleDraft} that becomes a {@link dev.spoor.rule.Rule}. May import {@code rule}, {@code attack}.
 */
package dev.spoor.rule.reader;
