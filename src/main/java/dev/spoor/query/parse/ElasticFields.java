package dev.spoor.query.parse;

import dev.spoor.ecs.FieldType;
import dev.spoor.event.Field;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Resolves field names as Elastic's languages mean them: first the ECS view; for a multi-field ({@code process.name.text}) the field it is made from; then the
 * source view's field of the same name, where the data has one; for {@code winlog.event_data} the record's own data. Immutable and thread-safe.
 *
 * @param context the data set that the query is for
 */
public record ElasticFields(QueryContext context) {
    private static final String EVENT_DATA = "winlog.event_data.";

    /**
     * A field as the query may use it.
     *
     * @param ref      the field and its stand-ins; the ECS candidate is the first
     * @param type     how its values are compared
     * @param known    false where neither the mapping, nor an event, nor the field catalogue has the name
     * @param caseless whether the multi-field is the lower-cased one ({@code process.name.caseless}), on which the case of values makes no difference
     */
    public record Resolved(FieldRef ref, FieldType type, boolean known, boolean caseless) {
        /** A fit for the field's type, with this field's treatment of case. */
        public Fit fit(Function<FieldType, Fit> fits) {
            Fit fit = fits.apply(type);
            return caseless && fit instanceof Fit.Tested(ValueTest test) ? Fit.by(folded(test)) : fit;
        }

        private static ValueTest folded(ValueTest test) {
            return switch (test) {
                case ValueTest.Equal(String text, boolean ignored) -> new ValueTest.Equal(text, true);
                case ValueTest.Like(Glob glob, boolean ignored) -> new ValueTest.Like(glob, true);
                case ValueTest.OneOf(Set<String> texts, boolean ignored) -> new ValueTest.OneOf(texts, true);
                case ValueTest.Matches(String regex, boolean whole, boolean ignored, boolean dotAll) -> new ValueTest.Matches(regex, whole, true, dotAll);
                case ValueTest.InRange range -> range;
                case ValueTest.InSubnet subnet -> subnet;
                case ValueTest.HasWords words -> words;
                case ValueTest.WordLike word -> word;
                case ValueTest.AnyWord word -> word;
                case ValueTest.WordsNear words -> words;
                case ValueTest.Every(List<ValueTest> tests) -> new ValueTest.Every(tests.stream().map(Resolved::folded).toList());
                case ValueTest.Negated(ValueTest negated) -> new ValueTest.Negated(folded(negated));
            };
        }
    }

    /** The field of a dotted name, without wildcards. */
    public Resolved resolve(String name) {
        if (name.isEmpty()) {
            return new Resolved(new FieldRef(name, List.of()), FieldType.UNKNOWN, false, false);
        }
        FieldType type = context.types().type(name);
        Optional<String> parent = context.types().parentOf(name).or(() -> customaryParent(name));
        List<Field> candidates = new ArrayList<>();
        candidates.add(Field.ecs(name));
        parent.map(Field::ecs).ifPresent(candidates::add);
        List<String> sources = sourceNames(name).filter(context.sources()::contains).toList();
        sources.forEach(source -> candidates.add(Field.source(source)));
        boolean source = !sources.isEmpty();
        boolean caseless = parent.isPresent() && name.endsWith(".caseless");
        FieldType used = type == FieldType.UNKNOWN && parent.isPresent() ? multiField(name) : type;
        return new Resolved(new FieldRef(name, candidates), used, source || used != FieldType.UNKNOWN, caseless);
    }

    /**
     * Names of the source view that hold what a field of the ECS view is named after: the field's own name, and for a Windows event's data, which Elastic's pipelines
     * partly move to other fields, the name that the record gives it.
     */
    private static Stream<String> sourceNames(String name) {
        if (!name.startsWith(EVENT_DATA)) {
            return Stream.of(name);
        }
        String own = name.substring(EVENT_DATA.length());
        return own.isEmpty() ? Stream.of(name) : Stream.of(name, "EventData." + own, own);
    }

    /** The fields below a prefix that also have a multi-field of words, as these multi-fields, by name. A search in all fields looks at them, too. */
    public List<Resolved> wordFields(String prefix) {
        return new TreeSet<>(context.types().paths()).stream().filter(path -> path.startsWith(prefix) && context.types().parentOf(path + ".text").isPresent())
                .map(path -> resolve(path + ".text")).filter(field -> field.type().analysed()).toList();
    }

    /** Whether a name is the beginning of other fields' names: {@code process} of {@code process.name}. */
    public boolean group(String name) {
        String prefix = name + ".";
        return context.types().paths().stream().anyMatch(path -> path.startsWith(prefix)) || context.sources().stream().anyMatch(path -> path.startsWith(prefix));
    }

    /** What to say about a name that nothing knows, with the nearest known names. */
    public String unknown(String name) {
        TreeSet<String> names = new TreeSet<>(context.types().paths());
        names.addAll(context.sources());
        return "No field is called \"" + name + "\" in these events or in ECS." + Suggestions.question(name, names);
    }

    /** Multi-fields that Elastic's index templates make of many fields, whether or not the field catalogue lists them. */
    private Optional<String> customaryParent(String name) {
        int dot = name.lastIndexOf('.');
        boolean unknown = dot > 0 && multiField(name) != FieldType.UNKNOWN && context.types().type(name) == FieldType.UNKNOWN;
        return unknown && holdsValues(context.types().type(name.substring(0, dot))) ? Optional.of(name.substring(0, dot)) : Optional.empty();
    }

    private static boolean holdsValues(FieldType type) {
        return switch (type) {
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, TEXT, MATCH_ONLY_TEXT, LONG, DOUBLE, BOOLEAN, DATE, IP, VERSION -> true;
            case NESTED, OBJECT, FLATTENED, UNKNOWN -> false;
        };
    }

    private static FieldType multiField(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "text" -> FieldType.MATCH_ONLY_TEXT;
            case "keyword", "caseless" -> FieldType.KEYWORD;
            default -> FieldType.UNKNOWN;
        };
    }
}
