package dev.spoor.bench;

import dev.spoor.ecs.FieldType;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.run.EventIds;
import dev.spoor.exec.run.PipelineResult;
import dev.spoor.exec.run.PipelineRunner;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.exec.run.RunLimits;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Groups made-up events, each of which is a group of its own, and prints what that takes. */
public final class GroupBench {
    private static final int SEGMENT = 8_192;

    private static final FieldTypes TYPES = new FieldTypes() {
        @Override public FieldType type(String path) {
            return FieldType.KEYWORD;
        }

        @Override public Optional<String> nullValue(String path) {
            return Optional.empty();
        }

        @Override public Optional<String> nestedParent(String path) {
            return Optional.empty();
        }

        @Override public Set<String> paths() {
            return Set.of();
        }
    };

    private GroupBench() {}

    /** The arguments are the number of events and the functions of the measures, over the field {@code bytes}; {@code rules} in front: who went into a row is kept. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        boolean rules = arguments.length > 1 && arguments[1].equals("rules");
        List<Measure> measures = new ArrayList<>(List.of(new Measure("spl.count", Optional.empty(), List.of(), "count")));
        for (int i = rules ? 2 : 1; i < arguments.length; i++) {
            measures.add(new Measure(arguments[i], Optional.of(name("bytes")), List.of(), arguments[i]));
        }
        Stage.Aggregate aggregate = new Stage.Aggregate(measures, List.of(new Assignment("user", name("user")), new Assignment("path", name("path"))), false);
        PipelineRunner runner = new PipelineRunner(new ScalarEvaluator(TYPES));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            PipelineResult.Table result = (PipelineResult.Table) runner.run(new Pipeline(Expression.TRUE, List.of(aggregate)), () -> new Rows(count),
                    rules ? EventRow::index : EventIds.UNTOLD, RunLimits.STANDARD, Job.SILENT);
            System.out.printf(Locale.ROOT, "%,d groups", result.table().rows().size());
        } catch (RunLimitException e) {
            System.out.print(e.getMessage());
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(Locale.ROOT, ", %,.0f ms of processor time, at most %,d MiB of heap used at once%n",
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6, peak >> 20);
    }

    private static Scalar name(String name) {
        return new Scalar.Name(new FieldRef(name, List.of(Field.source(name))));
    }

    /** Events of segments that are made when it is their turn and are gone after it. */
    private static final class Rows implements Iterator<EventRow> {
        private final int count;
        private Segment segment;
        private int next;

        Rows(int count) {
            this.count = count;
        }

        @Override public boolean hasNext() {
            return next < count;
        }

        @Override public EventRow next() {
            if (next % SEGMENT == 0) {
                segment = segment(next);
            }
            return new EventRow(segment, next++ % SEGMENT);
        }

        private Segment segment(int first) {
            FieldTable table = new FieldTable();
            SegmentBuilder builder = new SegmentBuilder(table, "invented", SegmentLimits.DEFAULT);
            for (int i = first; i < Math.min(count, first + SEGMENT); i++) {
                Event event = new Event(table, new Origin(1, "", i, -1));
                event.put(Field.source("user"), Value.string("user-" + i % 1_000));
                event.put(Field.source("path"), Value.string("C:\\Builds\\Northwind\\part-" + i * 7L % count + ".step"));
                event.put(Field.source("bytes"), Value.number(String.valueOf(i % 5_000)));
                builder.add(event);
            }
            return builder.build();
        }
    }
}
