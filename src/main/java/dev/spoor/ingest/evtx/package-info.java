/**
 * Reads the binary Windows event log (EVTX). Entry point: {@link dev.spoor.ingest.evtx.EvtxReader}. May import {@code ingest} and {@code event}.
 *
 * <p>A file is a header block of 4 KiB and then chunks of 64 KiB. A chunk stands by itself: a header of 512 bytes with two checksums, a table of
 * shared names and one of templates, then records. A record is a header of 24 bytes, an event as BinXML, and its size once more. In short:
 * <pre>
 * record   = 2A 2A 00 00, size u32, record id u64, time FILETIME, fragment, size u32
 * fragment = [0F major minor flags] ( instance | element )* [00]
 * instance = 0C u8, template id u32, definition offset u32, [definition], count u32, { size u16, type u8, 00 }, values
 * definition = next u32, GUID, size u32, fragment
 * element  = (01|41) [dependency u16] size u32, name, [attributes size u32, attribute*], ( 03 | 02 content* 04 )
 * attribute = (06|46) name, text*
 * text     = (05|45) type u8, value | (08|48) char u16 | (09|49) name | (0D|0E) index u16, type u8
 * content  = element | text | (07|47) count u16, chars | 0A name | 0B count u16, chars
 * name     = offset u32, [next u32, hash u16, count u16, chars, 00 00]      the name itself stands where it is used first in a chunk
 * </pre>
 * Templates are compiled to trees of {@link dev.spoor.ingest.evtx.Node}s, once for all chunks, and a record is built from such a tree and its values
 * without any XML in between. The dependency id stands in template definitions only. More in docs/formats/evtx.md.
 */
package dev.spoor.ingest.evtx;
