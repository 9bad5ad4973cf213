package dev.spoor.workbench;

import dev.spoor.ecs.DatasetTypes;
import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.ecs.ElasticMapping;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.ecs.MappingException;
import dev.spoor.event.Field;
import dev.spoor.event.View;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the case knows about the fields of its data sets, read once. Immutable after construction; thread-safe. */
final class CaseTypes {
    private final Map<String, FieldTypes> types = new TreeMap<>();
    private final Map<String, Set<String>> sources = new TreeMap<>();

    CaseTypes(CaseFile file) throws StoreException, WorkbenchException {
        EcsCatalogue catalogue = EcsCatalogue.shipped();
        for (String dataset : file.datasets().names()) {
            types.put(dataset, new DatasetTypes(catalogue, mapping(file, dataset), file.datasets().kinds(dataset)));
            sources.put(dataset, file.segments().fields(dataset).stream().filter(field -> field.view() == View.SOURCE).map(Field::path).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** The data sets of the case, sorted. */
    Set<String> datasets() {
        return types.keySet();
    }

    /** The types of a data set's fields; all data sets by name. */
    Map<String, FieldTypes> all() {
        return types;
    }

    FieldTypes of(String dataset) {
        return types.get(dataset);
    }

    QueryContext context(String dataset, Instant now, ZoneId zone, QueryContext.Purpose purpose, Map<String, String> macros) {
        return new QueryContext(types.get(dataset), sources.get(dataset), now, zone, purpose, macros);
    }

    private static Optional<ElasticMapping> mapping(CaseFile file, String dataset) throws StoreException, WorkbenchException {
        Optional<String> text = file.datasets().mapping(dataset);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ElasticMapping.parse(text.get()));
        } catch (MappingException e) {
            throw new WorkbenchException("The mapping of data set " + dataset + " in the case cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Checks a mapping before it is kept.
     *
     * @throws WorkbenchException if it is none
     */
    static void checkMapping(Path file, String text) throws WorkbenchException {
        try {
            ElasticMapping.parse(text);
        } catch (MappingException e) {
            throw new WorkbenchException("The file " + file + " is no mapping: " + e.getMessage(), e);
        }
    }
}
