package dev.spoor.ingest.evtx;

/** A compiled template definition: the elements that its instances share. */
record Template(Node[] content) {
    /** What a definition is known by in all chunks: its GUID, which Windows derives from the content, and its length. */
    record Key(long high, long low, int size) {}
}
