package dev.spoor.ingest.xml;

import dev.spoor.ingest.EventXmlParser;

/**
 * What a single event may cost. An event beyond a limit is damaged; the ones behind it are read.
 *
 * @param bytes bytes of its XML
 * @param depth how deep elements may stand in each other
 */
public record EventXmlLimits(int bytes, int depth) {
    /** Far above anything that Windows writes. */
    public static final EventXmlLimits DEFAULT = new EventXmlLimits(16 << 20, EventXmlParser.DEPTH);
}
