package dev.spoor.store;

import dev.spoor.segment.Provenance;
import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/** The provenance of a segment, read when it is asked for and kept while there is memory. Thread-safe: two threads may read the same, which does no harm. */
final class KeptProvenance implements Supplier<Provenance> {
    private final Supplier<Provenance> reader;
    private volatile SoftReference<Provenance> kept = new SoftReference<>(null);

    KeptProvenance(Supplier<Provenance> reader) {
        this.reader = reader;
    }

    @Override public Provenance get() {
        Provenance provenance = kept.get();
        if (provenance == null) {
            provenance = reader.get();
            kept = new SoftReference<>(provenance);
        }
        return provenance;
    }
}
