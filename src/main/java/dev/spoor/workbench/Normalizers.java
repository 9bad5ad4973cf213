package dev.spoor.workbench;

import dev.spoor.event.FieldTable;
import dev.spoor.normalize.MappingTableException;
import dev.spoor.normalize.Normalizer;
import dev.spoor.normalize.NormalizerOptions;

/** Makes normalisers with the shipped mapping tables. */
final class Normalizers {
    private Normalizers() {}

    static Normalizer of(FieldTable fields, LoadOptions options) throws WorkbenchException {
        NormalizerOptions shipped = NormalizerOptions.shipped();
        try {
            return new Normalizer(fields, options.zone().map(shipped::in).orElse(shipped));
        } catch (MappingTableException e) {
            throw new WorkbenchException("A mapping table cannot be read: " + e.getMessage(), e);
        }
    }
}
