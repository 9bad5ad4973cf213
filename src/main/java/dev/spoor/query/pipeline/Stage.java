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
            case Where _, Sort _, Limit _, Last _, Reverse _, Deduplicate _ -> true;
            case Extend _, Aggregate _, Keep _, Drop _, Rename _, FillNull _, Extract _, Replace _, Generate _, Accumulate _, Expand _ -> false;
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
     */
    record Accumulate(List<Measure> measures, List<Assignment> groups, boolean running, long window, boolean current) implements Stage {
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
}
