package dev.spoor.detect;

import dev.spoor.ecs.DatasetTypes;
import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Renaming;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exceptions of a rule whose alerts are rows, where all fields of the exception are columns of the row: they stand where Splunk's {@code <name>_filter} macro
 * stands, behind the pipeline. Exceptions on other fields are conditions on the events before the pipeline.
 */
public record RowExceptions(List<ExceptionItem> items) {
    public static final RowExceptions NONE = new RowExceptions(List.of());

    public RowExceptions {
        items = List.copyOf(items);
    }

    /** Those of some exceptions that ask only for columns of the pipeline's rows. */
    static RowExceptions of(Pipeline pipeline, List<ExceptionItem> exceptions) {
        Set<String> columns = columns(pipeline);
        return new RowExceptions(exceptions.stream().filter(item -> columns.containsAll(item.entries().stream().map(Entry::field).toList())).toList());
    }

    /** Those of the exceptions that hold for a row. */
    public List<ExceptionItem> holding(Map<String, Object> row) {
        return items.stream().filter(item -> matches(item, row)).toList();
    }

    /** Whether an exception holds for a row, as it would for an event with these fields. */
    public static boolean matches(ExceptionItem item, Map<String, Object> row) {
        FieldTypes types = new DatasetTypes(EcsCatalogue.shipped(), Optional.empty(), Map.of());
        Segment segment = segment(row);
        return new ConditionMatcher(segment, types, (_, _) -> false).matches(new ExceptionCompiler(types).compile(item)).get(0);
    }

    private static Segment segment(Map<String, Object> row) {
        FieldTable fields = new FieldTable();
        Event event = new Event(fields, new Origin(0, "", 1, -1));
        row.forEach((column, value) -> {
            if (value != null) {
                event.put(Field.ecs(column), values(value));
            }
        });
        SegmentBuilder builder = new SegmentBuilder(fields, "", SegmentLimits.DEFAULT);
        builder.add(event);
        return builder.build();
    }

    private static Values values(Object value) {
        return switch (value) {
            case List<?> list when list.isEmpty() -> Value.json("[]");
            case List<?> list -> new ValueList(list.stream().map(one -> values(one).first()).toList());
            case Number number -> Value.number(number.toString());
            case Boolean bool -> Value.bool(bool);
            default -> Value.string(value.toString());
        };
    }

    private static Set<String> columns(Pipeline pipeline) {
        Set<String> columns = new HashSet<>();
        for (Stage stage : pipeline.stages()) {
            switch (stage) {
                case Stage.Aggregate aggregate -> {
                    columns.clear();
                    aggregate.groups().stream().map(Assignment::column).forEach(columns::add);
                    aggregate.measures().stream().map(Measure::column).forEach(columns::add);
                }
                case Stage.Accumulate accumulate -> accumulate.measures().stream().map(Measure::column).forEach(columns::add);
                case Stage.Extend extend -> extend.assignments().stream().map(Assignment::column).forEach(columns::add);
                case Stage.Extract extract -> columns.addAll(extract.groups());
                case Stage.Generate generate -> generate.columns().stream().map(Assignment::column).forEach(columns::add);
                case Stage.FillNull fill -> fill.columns().stream().map(Assignment::column).forEach(columns::add);
                case Stage.Keep keep -> {
                    Set<String> kept = keep.columns().stream().map(Stage.Column::name).collect(Collectors.toSet());
                    columns.clear();
                    columns.addAll(kept);
                }
                case Stage.Drop drop -> drop.columns().forEach(columns::remove);
                case Stage.Rename rename -> {
                    for (Renaming renaming : rename.renamings()) {
                        columns.remove(renaming.from());
                        columns.add(renaming.to());
                    }
                }
                case Stage.Where _, Stage.Sort _, Stage.Limit _, Stage.Last _, Stage.Reverse _, Stage.Deduplicate _, Stage.Replace _, Stage.Expand _, Stage.While _, Stage.Restrict _, Stage.Merge _, Stage.FillDown _, Stage.Unfold _, Stage.Transpose _ ->
                        {}
                case Stage.Join join -> columns.addAll(columns(join.other()));
                case Stage.Append append -> columns.addAll(columns(append.other()));
                case Stage.Beside beside -> columns.addAll(columns(beside.other()));
                case Stage.Derive derive -> columns.addAll(columns(new Pipeline(pipeline.filter(), derive.stages())));
                case Stage.LookUp look -> look.outputs().forEach(output -> columns.add(output.to()));
                case Stage.Supply supply -> columns.addAll(supply.table().columns());
                case Stage.Together together -> {
                    columns.clear();
                    together.columns().stream().map(Assignment::column).forEach(columns::add);
                    columns.addAll(List.of("_time", "duration", "eventcount"));
                }
                case Stage.Pivot pivot -> {
                    columns.clear();
                    pivot.rows().ifPresent(row -> columns.add(row.column()));
                    pivot.measures().stream().map(Measure::column).forEach(columns::add);
                }
                case Stage.ForEachRow each -> {
                    columns.clear();
                    columns.addAll(columns(each.widest()));
                }
                case Stage.Totals totals -> totals.total().ifPresent(columns::add);
            }
        }
        return columns;
    }
}
