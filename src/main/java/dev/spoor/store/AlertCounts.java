package dev.spoor.store;

import dev.spoor.triage.VariantCount;

/**
 * How many alerts a case has.
 *
 * @param all      of any status
 * @param open     that nobody has looked at
 * @param variants of how many variants they are, and of how many all alerts are closed; alerts of unknown shape are a variant each
 */
public record AlertCounts(long all, long open, VariantCount variants) {
    /** Of an empty case. */
    static final AlertCounts NONE = new AlertCounts(0, 0, VariantCount.NONE);
}
