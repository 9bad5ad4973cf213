package dev.spoor.normalize;

import dev.spoor.event.Values;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the names of a document say about it, whatever it holds.
 *
 * @param shape   what it is if {@code raw} is false
 * @param raw     whether it has a {@code _raw}, whose text may say otherwise
 * @param export  which export it is; null where that depends on what it holds
 * @param user    whether it names a user by SID
 * @param beats   whether it has the names of winlogbeat 6
 * @param flat    what the names mean, in their order, where the shape is a flat Windows event; else empty
 */
record DocumentNames(DocumentShape shape, boolean raw, ExportShape export, boolean user, boolean beats, FlatDocuments.Name[] flat) {
    private static final int SLOTS = 256;
    private static final FlatDocuments.Name[] NONE = new FlatDocuments.Name[0];

    /** Remembers what sets of names say. A reader gives the same set for documents with the same names where it can. Not thread-safe. */
    static final class Known {
        private final FlatDocuments flatDocuments;
        private final ExportTables tables = ExportTables.shipped();
        private final List<WeakReference<Set<String>>> sets = new ArrayList<>(Collections.nCopies(SLOTS, new WeakReference<>(null)));
        private final DocumentNames[] known = new DocumentNames[SLOTS];

        Known(FlatDocuments flatDocuments) {
            this.flatDocuments = flatDocuments;
        }

        DocumentNames of(Map<String, Values> fields) {
            Set<String> names = fields.keySet();
            int slot = System.identityHashCode(names) & SLOTS - 1;
            if (!sets.get(slot).refersTo(names)) {
                known[slot] = make(fields);
                // Weak, because the names of a document on its own hold on to the document.
                sets.set(slot, new WeakReference<>(names));
            }
            return known[slot];
        }

        private DocumentNames make(Map<String, Values> fields) {
            DocumentShape shape = DocumentShape.ofNames(fields);
            boolean raw = fields.containsKey("_raw");
            ExportShape export = raw || fields.containsKey("@timestamp") ? null : ExportShape.of(fields, tables);
            boolean flat = shape == DocumentShape.FLAT_WINDOWS;
            return new DocumentNames(shape, raw, export, fields.containsKey("UserID"), fields.containsKey("log_name"), flat ? flatDocuments.names(fields.keySet()) : NONE);
        }
    }

    /** What the document is. */
    DocumentShape shape(Map<String, Values> fields) {
        return raw ? DocumentShape.of(fields) : shape;
    }
}
