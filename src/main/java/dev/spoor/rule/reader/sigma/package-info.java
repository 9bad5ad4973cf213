/**
 * Sigma rules: YAML files with one or more documents. Entry point: {@link dev.spoor.rule.reader.sigma.SigmaYamlReader}. A rule's query is the part of its document that decides (log source
 * and detection); to a correlation's query the documents belong that it names. May import {@code rule.reader}, {@code rule}, {@code attack}.
 */
package dev.spoor.rule.reader.sigma;
