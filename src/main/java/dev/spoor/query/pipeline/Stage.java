package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A step from rows to rows. A row lies over the event it was made from: a name is a column of the row where it has one, else a field of that event. Rows of
 * {@link Aggregate} and {@link Generate} have no event.
 */
public sealed interface Stage {
    /** Whether the stage only leaves rows out or moves them, and never changes one. */
    default boolean onlyFilters() {
        return switch (this) {
            case Where _, Restrict _, Sort _, Limit _, Last _, Reverse _, Deduplicate _, While _ -> true;
            case Extend _, Aggregate _, Keep _, Drop _, Rename _, FillNull _, Extract _, Replace _, Generate _, Accumulate _, Expand _, Join _, Append _, Derive _, Beside _, LookUp _, Supply _, Together _, Pivot _, Merge _, FillDown _, Unfold _, ForEachRow _, Totals _, Transpose _ ->
                    false;
        };
    }

    /** The pipelines whose rows the stage needs beside its own. */
    default List<Pipeline> besides() {
        return switch (this) {
            case Restrict restrict -> restrict.memberships().stream().map(Membership::rows).toList();
            case Join join -> List.of(join.other());
            case Append append -> List.of(append.other());
            case Beside beside -> List.of(beside.other());
            case Derive derive -> derive.stages().stream().flatMap(stage -> stage.besides().stream()).toList();
            case ForEachRow each -> List.of(each.widest());
            case Where _, Sort _, Limit _, Last _, Reverse _, Deduplicate _, While _, Extend _, Aggregate _, Keep _, Drop _, Rename _, FillNull _, Extract _, Replace _, Generate _, Accumulate _, Expand _, LookUp _, Supply _, Together _, Pivot _, Merge _, FillDown _, Unfold _, Totals _, Transpose _ ->
                    List.of();
        };
    }

    /** Keeps the rows for which the condition is true. */
    record Where(Scalar condition) implements Stage {}

    /** Adds or replaces columns, one after the other: a later assignment sees the earlier ones. */
    record Extend(List<Assignment> assignments) implements Stage {
        public Extend {
            assignments = List.copyOf(assignments);
        }
    }

    /**
     * Makes one row for each group of rows, in the order of the group's values; without groups one row, also of no rows. A multi-value
     * in a group counts as each of its values.
     *
     * @param groups     columns that rows of a group have in common, in column order before the measures
     * @param nullGroups whether a row that lacks one of these makes a group of its own; else it is left out
     */
    record Aggregate(List<Measure> measures, List<Assignment> groups, boolean nullGroups) implements Stage {
        public Aggregate {
            measures = List.copyOf(measures);
            groups = List.copyOf(groups);
        }
    }

    /**
     * Adds measures to each row: of its whole group ({@code running} false), or of the rows so far.
     *
     * @param window  how many of the newest rows of the group count, 0 for all; only where running
     * @param current whether the row itself counts; only where running
     * @param seconds how old a row that counts may be at most, seen from the row itself, 0 for any age; only where running
     */
    record Accumulate(List<Measure> measures, List<Assignment> groups, boolean running, long window, boolean current, double seconds) implements Stage {
        public Accumulate(List<Measure> measures, List<Assignment> groups, boolean running, long window, boolean current) {
            this(measures, groups, running, window, current, 0);
        }

        public Accumulate {
            measures = List.copyOf(measures);
            groups = List.copyOf(groups);
        }
    }

    /** Leaves only these columns, in this order. */
    record Keep(List<Column> columns) implements Stage {
        public Keep {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column that stays.
     *
     * @param optional whether it is left out where no row has a value
     */
    record Column(String name, Scalar value, boolean optional) {}

    /** Takes columns away. */
    record Drop(List<String> columns) implements Stage {
        public Drop {
            columns = List.copyOf(columns);
        }
    }

    /** Renames columns, from the first to the last. */
    record Rename(List<Renaming> renamings) implements Stage {
        public Rename {
            renamings = List.copyOf(renamings);
        }
    }

    /** Puts rows in order; rows with equal keys keep theirs. */
    record Sort(List<SortKey> keys, OptionalLong limit) implements Stage {
        public Sort {
            keys = List.copyOf(keys);
        }
    }

    /** Leaves the first rows. */
    record Limit(long count) implements Stage {}

    /** Leaves the last rows, the last of them first. */
    record Last(long count) implements Stage {}

    /** Turns the order around. */
    record Reverse() implements Stage {}

    /**
     * Leaves the first rows of each combination of values.
     *
     * @param keep        how many of each
     * @param keepEmpty   whether rows that lack one of the keys stay; else they go
     * @param consecutive whether only neighbours count as repeats
     */
    record Deduplicate(List<Scalar> keys, long keep, boolean keepEmpty, boolean consecutive) implements Stage {
        public Deduplicate {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Puts a value where a row has none.
     *
     * @param columns the columns to fill, and what they hold
     */
    record FillNull(List<Assignment> columns, Object value) implements Stage {
        public FillNull {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Takes named groups of a regular expression out of a text into columns. No match leaves a row as it is.
     *
     * @param regex      RE2 syntax, found anywhere in the text
     * @param groups     the names of its groups, which become columns
     * @param maxMatches how many matches are taken (more than one give a multi-value), 0 for all
     * @param offsets    column that gets the places of the groups, if any
     */
    record Extract(Scalar input, String regex, List<String> groups, long maxMatches, Optional<String> offsets) implements Stage {
        public Extract {
            groups = List.copyOf(groups);
        }
    }

    /** Puts a text in place of each match ({@code all}) or of the first match of a regular expression. */
    record Replace(String column, Scalar input, String regex, String replacement, boolean all) implements Stage {}

    /** Makes rows of nothing, each with these columns. It stands first, behind a filter that no event passes. */
    record Generate(long count, List<Assignment> columns) implements Stage {
        public Generate {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Makes one row of each value of a multi-value.
     *
     * @param limit at most so many of one row, 0 for all
     */
    record Expand(String column, Scalar input, long limit) implements Stage {}

    /** Keeps the first rows as long as the condition is true ({@code unknown} tells whether a row for which it is neither true nor false stays, too). */
    record While(Scalar condition, boolean unknown, boolean keepLast, long most) implements Stage {}

    /**
     * Keeps the rows for which the condition is true. For each membership a column tells the condition whether the row agrees with one of the rows of another
     * pipeline; these columns are gone behind it.
     */
    record Restrict(Scalar condition, List<Membership> memberships) implements Stage {
        public Restrict {
            memberships = List.copyOf(memberships);
        }
    }

    /**
     * Whether a row agrees with one of another pipeline's rows: all columns of that row that hold something are met, ignoring case, {@code *} standing for any
     * characters.
     *
     * @param column what tells it
     * @param fields the other rows' columns, and what they are compared with
     */
    record Membership(String column, Pipeline rows, List<Assignment> fields) {
        public Membership {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Puts rows of another pipeline beside rows with equal values.
     *
     * @param keys      columns of the other rows, and the values of a row that must equal them
     * @param keepAlone whether rows without a partner stay
     * @param most      partners of one row at most, each giving a row; 0 for all
     * @param overwrite whether a partner's columns count where both have one
     */
    record Join(Pipeline other, List<Assignment> keys, boolean keepAlone, long most, boolean overwrite) implements Stage {
        public Join {
            keys = List.copyOf(keys);
        }
    }

    /** Puts the rows of another pipeline behind these. */
    record Append(Pipeline other) implements Stage {}

    /** Puts what further stages make of these rows behind them. */
    record Derive(List<Stage> stages) implements Stage {
        public Derive {
            stages = List.copyOf(stages);
        }
    }

    /** Puts the columns of another pipeline's rows beside these, the first beside the first. */
    record Beside(Pipeline other, boolean overwrite) implements Stage {}

    /**
     * Looks up values in a table.
     *
     * @param keys         columns of the table, and what is looked up in them
     * @param outputs      columns of the table, and the columns that get what they hold
     * @param keepExisting whether a row that has all outputs already is left alone
     * @param clear        whether outputs of a row without a match are emptied
     */
    record LookUp(LookupTable table, List<Assignment> keys, List<Output> outputs, boolean keepExisting, boolean clear) implements Stage {
        public LookUp {
            keys = List.copyOf(keys);
            outputs = List.copyOf(outputs);
        }
    }

    /** A column of a table and the column that gets its value, and what that holds before. */
    record Output(String from, String to, Scalar before) {}

    /** Makes the rows of a table, from one (counted from 0) on. It stands first, behind a filter that no event passes. */
    record Supply(LookupTable table, long from, long most) implements Stage {}

    /**
     * Puts rows together that have equal values and are near in time: one row of each group, with the earliest time, how many there were ({@code eventcount}) and
     * seconds from first to last ({@code duration}); other columns hold their different values. The latest group comes first.
     *
     * @param keys     what is equal; rows that lack one belong to any group that has no other value
     * @param columns  what is kept
     * @param begins   a row that begins a group
     * @param ends     a row that ends one
     * @param maxSpan  seconds from first to last
     * @param maxPause seconds between neighbours
     * @param most     rows in a group
     * @param partial  whether groups that begin or end otherwise are kept
     * @param connected whether a row must share a value with its group
     * @param lists    whether columns keep every value in order
     */
    record Together(List<Assignment> keys, List<Assignment> columns, Scalar time, Optional<Scalar> begins, Optional<Scalar> ends, Optional<Double> maxSpan,
            Optional<Double> maxPause, long most, boolean partial, boolean connected, boolean lists) implements Stage {
        public Together {
            keys = List.copyOf(keys);
            columns = List.copyOf(columns);
        }
    }

    /**
     * Makes a table with a row for each value of one field and a column for each value of another.
     *
     * @param rows      what names a row; empty: one row
     * @param columns   what names a column; empty: the measures do
     * @param limit     how many columns at most, by the sum of their values; 0 for all
     * @param lowest    whether the columns with the lowest values stay instead
     * @param others    name of the column for all others, if they are shown
     * @param nulls     name of the column for rows without a value, if they are shown
     * @param spacing   the row's field is a time in seconds and every multiple of so many seconds from first to last has a row; 0: chosen so that there are at most 100;
     *                  empty: only rows that there are
     */
    record Pivot(Optional<Assignment> rows, Optional<Assignment> columns, List<Measure> measures, long limit, boolean lowest, Optional<String> others,
            Optional<String> nulls, Optional<Double> spacing) implements Stage {
        public Pivot {
            measures = List.copyOf(measures);
        }
    }

    /** Puts rows together that differ in one column only, which then holds all their values. */
    record Merge(String column, Scalar input) implements Stage {}

    /** Puts the value of the row before where a row has none. Without columns: in all. */
    record FillDown(List<Assignment> columns) implements Stage {
        public FillDown {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Makes columns of what a text says.
     *
     * @param prefix stands before the names of the columns
     */
    record Unfold(Scalar input, Notation notation, String prefix) implements Stage {}

    /** How a text says what belongs to which name. */
    sealed interface Notation permits Json, Xml, Pairs, Grid {}

    /** A JSON document; of an array {@code a} the elements are {@code a{}}. */
    record Json() implements Notation {}

    /** Elements and attributes of an XML text; {@code flat}: the innermost elements by their own names. */
    record Xml(boolean flat) implements Notation {}

    /** Pairs of name and value: characters between pairs, characters between name and value. */
    record Pairs(String between, String within) implements Notation {}

    /** A table of text whose first line names the columns: one row of each further line. */
    record Grid() implements Notation {}

    /**
     * Runs a query for each row, up to a number of rows, and gives the rows of these queries instead.
     *
     * @param widest a pipeline whose filter lets all events of these queries pass
     */
    record ForEachRow(RowQuery query, long most, Pipeline widest) implements Stage {}

    /**
     * Adds up numbers.
     *
     * @param columns what is added; empty: all columns
     * @param total   the column that gets a row's sum, if any
     * @param bottom  whether a row with the columns' sums comes last
     * @param label   the column and the text by which that row is told
     */
    record Totals(List<Assignment> columns, Optional<String> total, boolean bottom, Optional<Assignment> label) implements Stage {
        public Totals {
            columns = List.copyOf(columns);
        }
    }

    /** Makes columns of rows and rows of columns: the first column names the columns, or {@code row 1}, ... do. */
    record Transpose(long rows, String column, Optional<Assignment> header) implements Stage {}
}
