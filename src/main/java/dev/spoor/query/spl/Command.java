package dev.spoor.query.spl;

import dev.spoor.query.pipeline.LookupTable;
import dev.spoor.query.pipeline.Stage;
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
     * @param before  a row for which it is true begins anew
     * @param after   the row behind one for which it is true begins anew
     * @param seconds how old rows that count may be, 0 for any age
     * @param change  whether a row with other values of the groups than the row before begins anew
     */
    record Stats(Kind kind, List<Aggregation> aggregations, List<Name> groups, long window, boolean current, Optional<EvalNode> before, Optional<EvalNode> after,
            boolean change, double seconds) implements Command {
        Stats(Kind kind, List<Aggregation> aggregations, List<Name> groups, long window, boolean current) {
            this(kind, aggregations, groups, window, current, Optional.empty(), Optional.empty(), false, 0);
        }

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

    record Head(long count, Optional<EvalNode> condition, boolean unknown, boolean keepLast) implements Command {}

    record Tail(long count) implements Command {}

    record Reverse() implements Command {}

    record Dedup(long count, List<Name> names, boolean keepEmpty, boolean consecutive, boolean keepEvents, List<Key> sort) implements Command {
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

    /** {@code makeresults} with rows that are given. */
    record MakeTable(LookupTable table) implements Command {}

    /** {@code convert}: functions over fields, in place or under a new name. */
    record Convert(String timeFormat, List<Conversion> conversions) implements Command {
        public Convert {
            conversions = List.copyOf(conversions);
        }
    }

    /** {@code function(field) AS alias}. */
    record Conversion(String function, Name field, Optional<Name> alias) {}

    record MvExpand(Name field, long limit) implements Command {}

    record MakeMv(Name field, String delimiter, boolean empties, Optional<String> tokenizer, Span span) implements Command {}

    /**
     * {@code top} and {@code rare}.
     *
     * @param hidden columns that are not shown: {@code count}, {@code percent}
     */
    record Frequent(boolean rare, long limit, List<Name> names, List<Name> groups, Optional<String> count, Optional<String> percent, List<String> hidden,
            Optional<String> others) implements Command {
        public Frequent {
            names = List.copyOf(names);
            groups = List.copyOf(groups);
        }
    }

    /**
     * {@code bin} and {@code bucket}: the range that a field's value lies in.
     *
     * @param span  the ranges' width as written
     * @param begin a time, in seconds, at which a range begins
     * @param most  how many ranges at most, where there is no width
     * @param least the least width
     */
    record Bin(Name field, Optional<String> span, double begin, long most, Optional<String> least, Optional<Name> alias) implements Command {}

    /** A command that SPL has and this program has not yet. */
    record Missing(String name) implements Command {}

    /** Commands in square brackets. */
    record Inner(List<Placed> commands, Span span) {
        public Inner {
            commands = List.copyOf(commands);
        }
    }

    /** A command and where it stands. */
    record Placed(Command command, int offset) {}

    /**
     * {@code tstats}: aggregations over the events of a data model, or over all events.
     *
     * @param model  the data model, if there is one
     * @param where  which events
     * @param groups what they are grouped by
     * @param span   seconds by which the time is rounded down, where it is
     * @param unfinished whether the command behind it ends the work ({@code prestats})
     * @param filler     what stands for a group's missing value, where it is said
     */
    record ModelStats(Optional<Name> model, SearchNode where, List<Aggregation> aggregations, List<Name> groups, Optional<Double> span, boolean append,
            boolean unfinished, Optional<String> filler) implements Command {
        public ModelStats {
            aggregations = List.copyOf(aggregations);
            groups = List.copyOf(groups);
        }
    }

    /**
     * {@code datamodel} and {@code from datamodel}: the events of a data model.
     *
     * @param bare whether its fields go without the data set's name
     */
    record FromModel(Name model, boolean bare) implements Command {}

    /**
     * {@code inputlookup}.
     *
     * @param strict whether it is an error that there is no such table
     */
    record InputLookup(Name table, boolean append, long from, long most, Optional<SearchNode> where, boolean strict) implements Command {}

    /** {@code outputlookup}. */
    record OutputLookup(Name table) implements Command {}

    /**
     * {@code lookup}.
     *
     * @param keys    the table's column, the row's field
     * @param outputs the table's column, the row's field; empty: all others
     * @param clear   whether {@code OUTPUT} stands there
     * @param keep    whether {@code OUTPUTNEW} stands there
     */
    record Lookup(Name table, List<Pair> keys, List<Pair> outputs, boolean clear, boolean keep) implements Command {
        public Lookup {
            keys = List.copyOf(keys);
            outputs = List.copyOf(outputs);
        }
    }

    record Join(List<Name> names, boolean outer, long most, boolean overwrite, Inner inner) implements Command {
        public Join {
            names = List.copyOf(names);
        }
    }

    record Append(Inner inner) implements Command {}

    record AppendPipe(Inner inner) implements Command {}

    record AppendCols(boolean overwrite, Inner inner) implements Command {}

    /** {@code union} and {@code multisearch}. */
    record Union(List<Inner> inners) implements Command {
        public Union {
            inners = List.copyOf(inners);
        }
    }

    /** {@code map}: a search with {@code $field$} for each row. */
    record MapSearch(String text, long most, Span span) implements Command {}

    /** {@code foreach}: commands for each field, the field's name put into the text. */
    record ForEach(List<Name> names, String template, Span span) implements Command {
        public ForEach {
            names = List.copyOf(names);
        }
    }

    /** {@code transaction}. */
    record Transaction(List<Name> names, Optional<EvalNode> beginsIf, Optional<SearchNode> begins, Optional<EvalNode> endsIf, Optional<SearchNode> ends, Optional<Double> span,
            Optional<Double> pause, long most, boolean partial, boolean connected, boolean lists) implements Command {
        public Transaction {
            names = List.copyOf(names);
        }
    }

    /** {@code chart} and {@code timechart} (which has a spacing, 0 where the data choose it). */
    record Chart(List<Aggregation> aggregations, Optional<Name> row, Optional<Double> rowSpan, Optional<Name> column, Optional<Double> columnSpan, long limit, boolean lowest,
            Optional<String> others,
            Optional<String> nulls, Optional<Double> spacing) implements Command {
        public Chart {
            aggregations = List.copyOf(aggregations);
        }
    }

    record MvCombine(Name field) implements Command {}

    record NoMv(Name field) implements Command {}

    record FillDown(List<Name> names) implements Command {
        public FillDown {
            names = List.copyOf(names);
        }
    }

    /** {@code replace}: values that match a pattern get another value. */
    record Replace(List<Exchange> exchanges, List<Name> names) implements Command {
        public Replace {
            exchanges = List.copyOf(exchanges);
            names = List.copyOf(names);
        }
    }

    /** {@code from WITH to}. */
    record Exchange(String from, String to) {}

    /** {@code spath}. */
    record Spath(Name input, Optional<Name> output, Optional<String> path) implements Command {}

    /** {@code xmlkv}, {@code extract}, {@code multikv}, {@code fromjson}. */
    record Unfold(Name input, Stage.Notation notation, String prefix) implements Command {}

    record IpLocation(Name field, String prefix) implements Command {}

    /** {@code strcat}: texts and fields put together. */
    record StrCat(List<EvalNode> parts, Name field, boolean all) implements Command {
        public StrCat {
            parts = List.copyOf(parts);
        }
    }

    /** {@code addtotals} and {@code addcoltotals}. */
    record Totals(List<Name> names, Optional<String> total, boolean bottom, Optional<String> labelField, String label) implements Command {
        public Totals {
            names = List.copyOf(names);
        }
    }

    /** {@code accum}, {@code delta}. */
    record Running(Name field, Name alias, boolean difference, long back) implements Command {}

    record RangeMap(Name field, List<Range> ranges, String otherwise) implements Command {
        public RangeMap {
            ranges = List.copyOf(ranges);
        }
    }

    record Range(String name, double low, double high) {}

    record Transpose(long rows, String column, Optional<Name> header) implements Command {}

    /** {@code return}. */
    record Return(long count, List<ReturnedField> fields) implements Command {
        public Return {
            fields = List.copyOf(fields);
        }
    }

    /** What {@code return} gives of a field: under another name, or the bare value ({@code $field}). */
    record ReturnedField(Name field, String alias, boolean bare) {}

    /** {@code format}: makes the rows of a subsearch its condition, as the end of a subsearch does anyway. */
    record Format() implements Command {}

    /** A command that changes nothing that counts here. */
    record Pass(String name) implements Command {}

    /** A command that needs what no case has. */
    record Elsewhere(String name, String reason) implements Command {}
}
