package dev.spoor.ingest.evtx;

/**
 * How to read.
 *
 * @param recover whether to give also records found outside the intact chains (slack behind a chunk's last record, chunks without their magic),
 *                marked as recovered
 * @param limits  what a record may cost
 */
public record EvtxOptions(boolean recover, EvtxLimits limits) {
    /** Intact chains only, default limits. */
    public static final EvtxOptions DEFAULT = new EvtxOptions(false, EvtxLimits.DEFAULT);

    /** The default limits, with or without recovered records. */
    public static EvtxOptions recovering(boolean recover) {
        return new EvtxOptions(recover, EvtxLimits.DEFAULT);
    }
}
