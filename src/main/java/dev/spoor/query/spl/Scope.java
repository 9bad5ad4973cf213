package dev.spoor.query.spl;

import dev.spoor.ecs.FieldType;
import dev.spoor.event.Field;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names mean at a place of the pipeline: fields of the event as long as it is open, columns that earlier commands made, or only these
 * columns once a command has left the others out. Not thread-safe.
 */
final class Scope {
    /** The time of an event in seconds since 1970. */
    static final String TIME = "_time";
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.{}:-]*");
    private static final List<String> GROUPS = List.of("EventData.", "UserData.", "System.");
    private final QueryContext context;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> matched = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();
    private final Set<String> read;
    private final Set<String> notes;
    private final Set<String> mentioned;
    private final Set<String> filled;
    private Optional<DataModel> model = Optional.empty();
    private boolean bare;
    private boolean open = true;
    private boolean timed = true;
    private boolean loose;

    /**
     * The names at the beginning of a search.
     *
     * @param mentioned what the search's text mentions, also what is no name
     */
    Scope(QueryContext context, Set<String> mentioned) {
        this(context, mentioned, new TreeSet<>(), new LinkedHashSet<>(), new TreeSet<>());
    }

    private Scope(QueryContext context, Set<String> mentioned, Set<String> read, Set<String> notes, Set<String> filled) {
        this.context = context;
        this.mentioned = mentioned;
        this.read = read;
        this.notes = notes;
        this.filled = filled;
    }

    /** The words of a search that may be names of fields. */
    static Set<String> mentioned(String text) {
        Set<String> words = new TreeSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** The names at the beginning of a search inside of this one. */
    Scope inner() {
        return new Scope(context, mentioned, read, notes, filled);
    }

    /** The names of this place, for commands that go on from here beside the others. */
    Scope copy() {
        Scope copy = inner();
        copy.columns.addAll(columns);
        copy.matched.addAll(matched);
        copy.dropped.addAll(dropped);
        copy.model = model;
        copy.bare = bare;
        copy.open = open;
        copy.timed = timed;
        copy.loose = loose;
        return copy;
    }

    /** Rows of another place come among those of this one. */
    void join(Scope other) {
        boolean changed = !open || !other.open || !other.columns.isEmpty();
        List<String> names = new ArrayList<>(other.columns);
        names.addAll(other.matched);
        names.forEach(this::mayHave);
        loose |= changed && open || other.loose;
    }

    /** From here on names are those of a data model, too. */
    void in(DataModel fields, boolean withoutDataset) {
        model = Optional.of(fields);
        bare = withoutDataset;
        note(fields.note());
    }

    /** Rows may have columns whose names nobody knows before. */
    void loosen() {
        loose = true;
    }

    boolean loose() {
        return loose;
    }

    Set<String> mentioned() {
        return mentioned;
    }

    QueryContext context() {
        return context;
    }

    /** Fields of the event that the query reads. */
    Set<String> read() {
        return read;
    }

    /** What differs from Splunk. */
    Set<String> notes() {
        return notes;
    }

    void note(String text) {
        notes.add(text);
    }

    /** Whether rows still show their event's fields. */
    boolean open() {
        return open;
    }

    /** Whether a name is a field of the event alone, so that a condition on it can be decided on the event. */
    boolean ofEvent(String name) {
        return open && !loose && !columns.contains(name) && !matched.contains(name) && !dropped.contains(name);
    }

    /** A command has set this column in every row. */
    void set(String name) {
        columns.add(name);
        dropped.remove(name);
        matched.remove(name);
    }

    /** A command may have set this column in some rows. */
    void mayHave(String name) {
        if (open) {
            matched.add(name);
            dropped.remove(name);
        } else {
            columns.add(name);
        }
    }

    void drop(String name) {
        columns.remove(name);
        matched.remove(name);
        dropped.add(name);
    }

    /** A column has another name, in its place. */
    void rename(String from, String to) {
        List<String> names = new ArrayList<>(columns);
        names.remove(to);
        int place = names.indexOf(from);
        if (place >= 0) {
            names.set(place, to);
        } else {
            names.add(to);
        }
        columns.clear();
        columns.addAll(names);
        matched.remove(from);
        dropped.add(from);
        dropped.remove(to);
    }

    /**
     * From here on there are only these columns.
     *
     * @param withTime whether the event's time can still be asked for
     */
    void close(List<String> names, boolean withTime) {
        open = false;
        model = Optional.empty();
        loose = false;
        timed &= withTime;
        columns.clear();
        columns.addAll(names);
        matched.clear();
        dropped.clear();
    }

    /** The value of a name. */
    Scalar value(String name) {
        if (name.equals(TIME) && timed && !columns.contains(name) && !dropped.contains(name)) {
            List<Field> own = open ? List.of(Field.source(TIME), Field.ecs(TIME)) : List.of();
            return new Scalar.Call("spl.time", List.of(new Scalar.Name(new FieldRef(TIME, own))), Span.NONE);
        }
        if (!open || columns.contains(name) || dropped.contains(name)) {
            return new Scalar.Name(new FieldRef(name, List.of()));
        }
        return field(name).value();
    }

    /** What a field name of the event stands for. */
    SplField field(String name) {
        Optional<String> ofModel = model.flatMap(fields -> fields.own(name).or(() -> bare && fields.knows(name) ? Optional.of(name) : Optional.empty()));
        if (ofModel.isPresent()) {
            return ofModel(name, ofModel.get());
        }
        read.add(name);
        if (FieldAliases.standard().isLookup(name)) {
            note("'" + name + "' comes from lookups of a Splunk installation; here it is '" + FieldAliases.UNKNOWN + "'");
        }
        if (name.equals("_raw")) {
            note("_raw is the event's message here, where the original text is not kept");
            return new SplField(new FieldRef(name, List.of(Field.source("_raw"), Field.ecs("event.original"), Field.source("Message"), Field.ecs("message"))), List.of());
        }
        return FieldAliases.standard().resolve(name);
    }

    private SplField ofModel(String name, String own) {
        read.add(own);
        filled.add(own);
        if (!model.orElseThrow().knows(own) || FieldAliases.standard().isLookup(own)) {
            note("'" + name + "' is filled by add-ons or lookups of a Splunk installation; here it is '" + FieldAliases.UNKNOWN + "'");
        }
        return model.orElseThrow().field(name, own);
    }

    /** The names that a pattern with {@code *} stands for, in the order of the columns; of the event's fields sorted. */
    List<String> matching(String pattern) {
        return known().stream().filter(name -> Stars.matches(pattern, name) && (pattern.startsWith("_") || !name.startsWith("_") || !open)).toList();
    }

    /** All names that rows may have here. */
    List<String> known() {
        if (!open) {
            return List.copyOf(columns);
        }
        Set<String> names = new TreeSet<>(columns);
        names.addAll(matched);
        Set<String> paths = context.sources().isEmpty() ? context.types().paths() : context.sources();
        paths.forEach(path -> names.add(shown(path)));
        names.removeAll(dropped);
        return new ArrayList<>(names);
    }

    /** Whether an event, a mapping or the add-ons know a field name. */
    boolean knows(String name) {
        if (name.startsWith("_") || filled.contains(name) || FieldAliases.standard().names().contains(name) || context.types().type(name) != FieldType.UNKNOWN) {
            return true;
        }
        return FieldAliases.own(name).stream().anyMatch(field -> context.sources().contains(field.path()));
    }

    Optional<String> nearest(String name) {
        Set<String> names = new TreeSet<>(known());
        names.addAll(FieldAliases.standard().names());
        return Nearest.to(name, names);
    }

    private static String shown(String path) {
        for (String group : GROUPS) {
            if (path.startsWith(group)) {
                return path.substring(group.length());
            }
        }
        return path;
    }
}
