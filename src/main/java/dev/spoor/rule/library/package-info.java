/**
 * Loaded rules. Entry points: {@link dev.spoor.rule.library.RuleFiles} (one file to readings; knows all readers and picks by content),
 * {@link dev.spoor.rule.library.RuleFolder} (files and folders in a fixed order) and {@link dev.spoor.rule.library.RuleLibrary} (rules by id, duplicates,
 * problems). {@link dev.spoor.rule.library.RuleCache} spares reading rules again. May import everything of {@code rule}, {@code attack}, {@code job}, {@code query.parse}.
 */
package dev.spoor.rule.library;
