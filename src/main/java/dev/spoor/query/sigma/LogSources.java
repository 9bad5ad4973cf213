package dev.spoor.query.sigma;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.ResourceTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Log sources as conditions on events ({@code logsources.tsv}). Immutable. */
final class LogSources {
    private static final FieldRef CHANNEL = new FieldRef("Channel", List.of(Field.source("System.Channel"), Field.source("Channel"), Field.source("LogName"),
            Field.ecs("winlog.channel")));
    private static final FieldRef EVENT_ID = FieldNames.standard().resolve("EventID", LogSource.NONE);
    private static final FieldRef DATASET = new FieldRef("dataset", List.of(Field.ecs("data_stream.dataset"), Field.ecs("event.dataset"), Field.ecs("event.module")));
    private static final LogSources STANDARD = new LogSources();
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param channels of Windows; {@code *} for all
     * @param extra    conditions {@code field=value,value}, all of which must hold
     * @param datasets beginnings of ECS data set names
     * @param fields   names that such a record has, all of them
     */
    private record Row(LogSource source, List<String> channels, List<String> ids, List<String> extra, List<String> datasets, List<String> fields, String note) {}

    /**
     * @param condition what an event must satisfy
     * @param notes     what differs from the log source as stated
     */
    record Found(Expression condition, List<String> notes) {}

    private LogSources() {
        for (List<String> cells : ResourceTable.read(LogSources.class, "logsources.tsv", 9)) {
            rows.add(new Row(new LogSource(cells.get(0), cells.get(1), cells.get(2)), ResourceTable.list(cells.get(3)), ResourceTable.list(cells.get(4)),
                    ResourceTable.list(cells.get(5)),
                    ResourceTable.list(cells.get(6)), ResourceTable.list(cells.get(7)), cells.get(8)));
        }
    }

    static LogSources standard() {
        return STANDARD;
    }

    /** The events of a log source; empty where Spoor knows no such log. */
    Optional<Found> find(LogSource stated) {
        List<Row> exact = rows.stream().filter(row -> row.source().equals(stated)).toList();
        if (!exact.isEmpty()) {
            return Optional.of(found(exact));
        }
        List<Row> category = stated.category().isEmpty() ? List.of() : of(new LogSource(stated.category(), stated.product(), ""));
        List<Row> service = stated.service().isEmpty() ? List.of() : of(new LogSource("", stated.product(), stated.service()));
        if (!stated.category().isEmpty() && category.isEmpty() || !stated.service().isEmpty() && service.isEmpty()) {
            return Optional.empty();
        }
        List<Found> parts = new ArrayList<>();
        if (!category.isEmpty()) {
            parts.add(found(category));
        }
        if (!service.isEmpty()) {
            parts.add(found(service));
        }
        if (parts.isEmpty()) {
            return stated.product().isEmpty() ? Optional.of(new Found(Expression.TRUE, List.of())) : Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.getFirst()
                : new Found(Expression.and(parts.get(0).condition(), parts.get(1).condition()), parts.stream().flatMap(part -> part.notes().stream()).distinct().toList()));
    }

    /** The rows of a source, or those that hold for any product. */
    private List<Row> of(LogSource source) {
        List<Row> own = rows.stream().filter(row -> row.source().equals(source)).toList();
        LogSource any = new LogSource(source.category(), "", source.service());
        return own.isEmpty() && source.product().isEmpty() ? List.of() : own.isEmpty() ? rows.stream().filter(row -> row.source().equals(any)).toList() : own;
    }

    private static Found found(List<Row> rows) {
        List<Expression> any = new ArrayList<>();
        Set<String> notes = new HashSet<>();
        for (Row row : rows) {
            any.add(condition(row));
            if (!row.note().isEmpty()) {
                notes.add(row.note());
            }
        }
        return new Found(any.size() == 1 ? any.getFirst() : new Expression.Or(any), List.copyOf(notes));
    }

    private static Expression condition(Row row) {
        List<Expression> all = new ArrayList<>();
        if (row.channels().equals(List.of("*"))) {
            all.add(new Expression.Exists(CHANNEL));
        } else if (!row.channels().isEmpty()) {
            all.add(new Expression.Test(CHANNEL, oneOf(row.channels(), true)));
        }
        if (!row.ids().isEmpty()) {
            all.add(new Expression.Test(EVENT_ID, oneOf(row.ids(), false)));
        }
        for (String extra : row.extra()) {
            int equals = extra.indexOf('=');
            FieldRef field = FieldNames.standard().resolve(extra.substring(0, equals), LogSource.NONE);
            all.add(new Expression.Test(field, oneOf(List.of(extra.substring(equals + 1).split(",")), true)));
        }
        List<Expression> told = new ArrayList<>();
        for (String dataset : row.datasets()) {
            told.add(new Expression.Test(DATASET, Wildcards.test(Wildcards.open(Wildcards.literal(dataset), false, true), false)));
        }
        if (!row.fields().isEmpty()) {
            told.add(new Expression.And(row.fields().stream().<Expression>map(name -> new Expression.Exists(FieldNames.standard().resolve(name, LogSource.NONE))).toList()));
        }
        if (!told.isEmpty()) {
            all.add(told.size() == 1 ? told.getFirst() : new Expression.Or(told));
        }
        return all.size() == 1 ? all.getFirst() : new Expression.And(all);
    }

    private static ValueTest oneOf(List<String> texts, boolean ignoreCase) {
        return texts.size() == 1 ? new ValueTest.Equal(texts.getFirst(), ignoreCase) : new ValueTest.OneOf(Set.copyOf(texts), ignoreCase);
    }
}
