/**
 * The contract of readers: a {@link dev.spoor.ingest.LogReader} gives the records of one file one after the other, and what could not be read
 * as {@link dev.spoor.ingest.Damaged}. A {@link dev.spoor.ingest.LogFormat} says
 * which files are its own and opens them. Formats live in packages below; what several of
 * them need is here: {@link dev.spoor.ingest.EventXmlParser} reads the XML of one event, {@link dev.spoor.ingest.EventXml} writes it. May import {@code event}.
 */
package dev.spoor.ingest;
