/**
 * Elastic's detection rules: the TOML files of the rule repository, rules exported from Kibana as JSON or NDJSON, and the pages of the documentation as
 * Markdown or saved as plain text. Entry points: the {@link dev.spoor.rule.reader.RuleReader}s of this package.
 *
 * <p>A page as Markdown: YAML front matter; {@code # name [anchor]}; the description; labels ({@code **Label**: value} or a list below); sections
 * ({@code ## Title [anchor]}), one of which, {@code Rule query}, holds the query in a code block; {@code **Framework**:} with tactics and techniques as
 * nested lists. A page as plain text: name, where it applies, description, {@code Label: value}, the guide, the query, {@code Framework:}. May import
 * {@code rule.reader}, {@code rule}, {@code attack}.
 */
package dev.spoor.rule.reader.elastic;
