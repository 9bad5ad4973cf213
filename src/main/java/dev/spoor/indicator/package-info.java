/**
 * Files of indicators: tables and plain lists, NDJSON, STIX 2.1 bundles, MISP events. Each indicator becomes a document as Elastic's threat intelligence integrations
 * make it ({@code threat.indicator.*}, ECS 8). Entry point: {@link dev.spoor.indicator.IndicatorFiles}. May import {@code ingest}, {@code ingest.csv}, {@code event}.
 *
 * <p>STIX: OASIS STIX Version 2.1; of its patterns the comparisons for equality:
 * <pre>
 * pattern     = observation *( "OR" observation )
 * observation = "[" comparisons "]" | "(" pattern ")"
 * comparisons = all *( "OR" all )
 * all         = equal *( "AND" equal )
 * equal       = path ( "=" text | "IN" "(" text *( "," text ) ")" )
 * path        = type ":" part *( "." part )          part = name | "'" text "'"
 * text        = "'" any character, \' and \\ escaped "'"
 * </pre>
 * MISP: the core format's Event, Attribute and Object (draft-dulaunoy-misp-core-format).
 */
package dev.spoor.indicator;
