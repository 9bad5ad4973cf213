package dev.spoor.workbench;

import dev.spoor.event.FieldTable;
import dev.spoor.normalize.MappingTable;
import dev.spoor.normalize.MappingTableException;
import dev.spoor.normalize.Normalizer;
import dev.spoor.normalize.NormalizerOptions;

/** Makes normalisers with the shipped mapping tables, and those of the user. */
final class Normalizers {
    private Normalizers() {}

    static Normalizer of(FieldTable fields, LoadOptions options) throws WorkbenchException {
        try {
            NormalizerOptions shipped = NormalizerOptions.shipped();
            NormalizerOptions tables = options.tables().isPresent() ? shipped.with(MappingTable.folder(options.tables().get())) : shipped;
            return new Normalizer(fields, options.zone().map(tables::in).orElse(tables));
        } catch (MappingTableException e) {
            throw new WorkbenchException("A mapping table cannot be used: " + e.getMessage(), e);
        }
    }
}
