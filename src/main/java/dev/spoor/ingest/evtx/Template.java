package dev.spoor.ingest.evtx;

/**
 * A compiled template definition.
 *
 * @param content the elements that its instances share
 * @param recent  the values of its last instance
 */
record Template(Node[] content, RecentValues recent) {
    /** What a definition is known by in all chunks: its GUID, which Windows derives from the content, and its length. */
    record Key(long high, long low, int size) {}
}
