/**
 * Reads text: Windows events as Splunk's forwarder writes them, one block behind the other. Entry points: {@link dev.spoor.ingest.text.EventTextFormat} and
 * {@link dev.spoor.ingest.text.EventTextReader}. May import {@code ingest} and {@code event}.
 *
 * <pre>
 * file  = [byte order mark] { block }                   record number = block, from 1
 * block = [ time line-end ] "LogName=" ... line-end { name "=" value line-end } [ "Message=" text ]
 * </pre>
 * A block ends where the next one begins; {@link dev.spoor.ingest.EventBlock} reads what is in it. Characters are UTF-8, UTF-16 or (said as a repair) Windows-1252.
 */
package dev.spoor.ingest.text;
