package dev.spoor.query.spl;

import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A command of the pipeline, as written. */
sealed interface Command {
    /** A field as written, without quotes; it may hold {@code *}. */
    record Name(String text, Span span) {
        boolean pattern() {
            return text.indexOf('*') >= 0;
        }
    }

    record Search(SearchNode condition) implements Command {}

    record Where(EvalNode condition) implements Command {}

    record Eval(List<Setting> settings) implements Command {
        public Eval {
            settings = List.copyOf(settings);
        }
    }

    /** {@code name = expression}. */
    record Setting(Name name, EvalNode value) {}

    /**
     * {@code stats}, {@code eventstats} or {@code streamstats}.
     *
     * @param window  rows that count, 0 for all
     * @param current whether the row itself counts
     */
    record Stats(Kind kind, List<Aggregation> aggregations, List<Name> groups, long window, boolean current) implements Command {
        /** What becomes of the rows. */
        enum Kind {
            /** One row for each group. */
            GROUPS,
            /** Each row gets the values of its group. */
            ALL,
            /** Each row gets the values of the rows so far. */
            RUNNING
        }

        public Stats {
            aggregations = List.copyOf(aggregations);
            groups = List.copyOf(groups);
        }
    }

    /**
     * A function over rows.
     *
     * @param argument empty for {@code count} alone
     * @param alias    the name given with {@code as}
     * @param written  its text, which names the column where there is no alias
     */
    record Aggregation(String function, Optional<EvalNode> argument, Optional<Name> alias, String written, Span span) {}

    record Table(List<Name> columns) implements Command {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    record Fields(boolean remove, List<Name> names) implements Command {
        public Fields {
            names = List.copyOf(names);
        }
    }

    record Rename(List<Pair> pairs) implements Command {
        public Rename {
            pairs = List.copyOf(pairs);
        }
    }

    /** {@code from AS to}. */
    record Pair(Name from, Name to) {}

    record Sort(OptionalLong limit, List<Key> keys) implements Command {
        public Sort {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A sort key.
     *
     * @param type {@code auto}, {@code num}, {@code str} or {@code ip}
     */
    record Key(Name name, boolean descending, String type) {}

    record Head(long count, Optional<EvalNode> condition) implements Command {}

    record Tail(long count) implements Command {}

    record Reverse() implements Command {}

    record Dedup(long count, List<Name> names, boolean keepEmpty, boolean consecutive, List<Key> sort) implements Command {
        public Dedup {
            names = List.copyOf(names);
            sort = List.copyOf(sort);
        }
    }

    record FillNull(String value, List<Name> names) implements Command {
        public FillNull {
            names = List.copyOf(names);
        }
    }

    /**
     * Named groups of a regular expression become fields; or, in mode {@code sed}, a replacement.
     */
    record Rex(Name field, String expression, boolean sed, long maxMatches, Optional<String> offsets, Span span) implements Command {}

    record Regex(Name field, boolean negated, String expression, Span span) implements Command {}

    record MakeResults(long count) implements Command {}

    /** {@code convert}: functions over fields, in place or under a new name. */
    record Convert(String timeFormat, List<Conversion> conversions) implements Command {
        public Convert {
            conversions = List.copyOf(conversions);
        }
    }

    /** {@code function(field) AS alias}. */
    record Conversion(String function, Name field, Optional<Name> alias) {}

    record MvExpand(Name field, long limit) implements Command {}

    record MakeMv(Name field, String delimiter) implements Command {}

    /** {@code top} and {@code rare}. */
    record Frequent(boolean rare, long limit, List<Name> names, List<Name> groups) implements Command {
        public Frequent {
            names = List.copyOf(names);
            groups = List.copyOf(groups);
        }
    }

    /** {@code bin} and {@code bucket}: a field rounded down to multiples of a span in seconds or units. */
    record Bin(Name field, double span, Optional<Name> alias) implements Command {}

    /** A command that SPL has and this program has not yet. */
    record Missing(String name) implements Command {}
}
