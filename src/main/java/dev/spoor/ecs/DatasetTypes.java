package dev.spoor.ecs;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types of one data set's fields: from its mapping, else from ECS, else from the kinds of values seen. An ECS object that holds plain values in this
 * data set has the type of those values. Immutable and thread-safe.
 */
public final class DatasetTypes implements FieldTypes {
    private final EcsCatalogue catalogue;
    private final Optional<ElasticMapping> mapping;
    private final Map<String, Integer> seen;
    private final Set<String> paths;

    /**
     * @param mapping the mapping that the user gave for the data set, if any
     * @param seen    dotted path to mask of {@link SeenKinds}, for all fields of the data set
     */
    public DatasetTypes(EcsCatalogue catalogue, Optional<ElasticMapping> mapping, Map<String, Integer> seen) {
        this.catalogue = catalogue;
        this.mapping = mapping;
        this.seen = Map.copyOf(seen);
        Set<String> all = new TreeSet<>(seen.keySet());
        mapping.ifPresent(given -> all.addAll(given.fields().keySet()));
        all.removeIf(path -> !holdsValues(type(path)));
        this.paths = Collections.unmodifiableSet(all);
    }

    @Override public FieldType type(String path) {
        Optional<ElasticMapping.MappedField> mapped = mapped(path);
        if (mapped.isPresent()) {
            return mapped.get().type();
        }
        FieldType observed = SeenKinds.type(seen.getOrDefault(path, 0));
        FieldType known = catalogue.type(path).orElse(FieldType.UNKNOWN);
        boolean plainValuesInObject = (known == FieldType.OBJECT || known == FieldType.NESTED) && holdsValues(observed) && observed != FieldType.UNKNOWN;
        return known == FieldType.UNKNOWN || plainValuesInObject ? observed : known;
    }

    @Override public Optional<String> nullValue(String path) {
        return mapped(path).flatMap(ElasticMapping.MappedField::nullValue);
    }

    @Override public Set<String> paths() {
        return paths;
    }

    @Override public Optional<String> nestedParent(String path) {
        String parent = path;
        while (true) {
            int dot = parent.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            parent = parent.substring(0, dot);
            if (type(parent) == FieldType.NESTED) {
                return Optional.of(parent);
            }
        }
    }

    @Override public Optional<String> parentOf(String path) {
        Optional<String> mapped = mapped(path).flatMap(ElasticMapping.MappedField::parent);
        return mapped.isPresent() || seen.containsKey(path) ? mapped : catalogue.parentOf(path);
    }

    /** How the mapping says that dates of a field are written, if it says so. */
    public Optional<String> dateFormat(String path) {
        return mapped(path).flatMap(ElasticMapping.MappedField::format);
    }

    private Optional<ElasticMapping.MappedField> mapped(String path) {
        return mapping.flatMap(given -> given.field(path));
    }

    private static boolean holdsValues(FieldType type) {
        return type != FieldType.OBJECT && type != FieldType.NESTED;
    }
}
