package dev.spoor.ingest.archive;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Watches how many bytes come out for those that go in. Not thread-safe. */
final class Meter {
    private final ArchiveBudget budget;
    private final LongSupplier packed;
    private long unpacked;

    /**
     * @param packed bytes that went in so far
     */
    Meter(ArchiveBudget budget, LongSupplier packed) {
        this.budget = budget;
        this.packed = packed;
    }

    /** Counts unpacked bytes, for the ratio and for all containers together. */
    void unpacked(int count) throws ArchiveLimitException {
        unpacked += count;
        ArchiveLimits limits = budget.limits();
        if (unpacked > limits.ratioFrom() && unpacked / limits.ratio() > Math.max(1, packed.getAsLong())) {
            throw new ArchiveLimitException(String.format(Locale.ROOT, "%,d bytes came out of %,d, which is more than the limit of %,d for one", unpacked, packed.getAsLong(),
                    limits.ratio()));
        }
        budget.unpacked(count);
    }
}
