/**
 * Splunk's detections: the YAML files of the security content repository (all generations: {@code tags.*} with one risk score, {@code rba} with one per risk
 * object), the saved searches of an app and the pages of the documentation. Entry points: {@link dev.spoor.rule.reader.splunk.SplunkYamlReader},
 * {@link dev.spoor.rule.reader.splunk.SavedSearches}, {@link dev.spoor.rule.reader.splunk.SplunkPageReader}; {@link dev.spoor.rule.reader.splunk.SplunkPack} finds the macros that lie beside a pack's
 * detections.
 *
 * <p>A page: YAML front matter; sections under headings or in {@code <details>} under {@code <summary>}; in a section a code block, a table, a list, a
 * quote or text; {@code - **Label**: value} anywhere; a last line with source and version. May import {@code rule.reader}, {@code rule}, {@code attack}.
 */
package dev.spoor.rule.reader.splunk;
