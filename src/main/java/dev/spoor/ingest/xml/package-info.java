/**
 * Reads event XML: what wevtutil and the Event Viewer write, one event or many, with or without a root element around them. Entry point:
 * {@link dev.spoor.ingest.xml.EventXmlReader}. May import {@code ingest} and {@code event}.
 *
 * <p>The bytes are first cut into events ({@code <Event ...> ... </Event>}), each is then parsed by itself, so that a damaged event costs only itself
 * and memory does not grow with the file. Document type definitions and external entities are off.
 * <pre>
 * file  = [BOM] [declaration] ( event* | "&lt;Events>" event* "&lt;/Events>" )
 * event = "&lt;Event" attributes ">" System ( EventData | UserData | ... )* [RenderingInfo] "&lt;/Event>"
 * </pre>
 */
package dev.spoor.ingest.xml;
