package dev.spoor.ingest.evtx;

import java.util.Optional;

/**
 * A compiled template definition.
 *
 * @param content the elements that its instances share
 * @param recent  the values of its last instance
 * @param flat    its form that needs no walk, where it has one
 */
record Template(Node[] content, RecentValues recent, Optional<FlatTemplate> flat) {
    /** What a definition is known by in all chunks: its GUID, which Windows derives from the content, and its length. */
    record Key(long high, long low, int size) {}
}
