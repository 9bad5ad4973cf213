package dev.spoor.ingest.evtx;

/**
 * What a single record may cost. A record beyond a limit is damaged; the ones behind it are read.
 *
 * @param depth         how deep elements and nested fragments may stand in each other
 * @param elements      elements in a record
 * @param characters    characters of text in a record
 * @param substitutions values of one template instance
 * @param templates     bytes of template definitions kept for the whole file; further ones are compiled in every chunk anew
 */
public record EvtxLimits(int depth, int elements, int characters, int substitutions, int templates) {
    /** Far above anything that Windows writes. */
    public static final EvtxLimits DEFAULT = new EvtxLimits(64, 20_000, 1_000_000, 4_096, 4 << 20);
}
