package dev.spoor.workbench;

import dev.spoor.event.Field;
import dev.spoor.event.Time;
import dev.spoor.event.View;
import dev.spoor.job.Job;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.workbench.Related.Neighbour;
import dev.spoor.workbench.Related.Prevalence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Looks once through the stored events for what lies around an event. Not thread-safe. */
final class RelatedReader {
    private static final String HOST = "host.name";
    private static final int NEIGHBOURS = 50;
    private static final int OF_PROCESS = 1_000;
    private static final List<String> WHAT = List.of("event.action", "event.code", "EventID");
    private static final List<String> ABOUT =
            List.of("process.command_line", "process.executable", "process.name", "file.path", "registry.path", "dns.question.name", "destination.ip",
                    "service.name", "winlog.event_data.TargetUserName");
    private final CaseFile file;
    private final EventRow anchor;
    private final long event;
    private final long time;
    private final long window;
    private final Optional<String> host;
    private final Optional<String> entity;
    private final ProcessTree tree;
    private final Map<List<String>, long[]> events = new LinkedHashMap<>();
    private final Map<List<String>, Set<String>> seenOn = new LinkedHashMap<>();
    private final Set<String> hosts = new HashSet<>();
    private final Side before = new Side();
    private final Side after = new Side();
    private final List<Long> ofProcess = new ArrayList<>();

    /** The nearest events of one side. */
    private static final class Side {
        private record Near(long distance, SegmentRef segment, int index) {}

        private final PriorityQueue<Near> nearest = new PriorityQueue<>(Comparator.comparingLong(Near::distance).reversed());
        private long count;

        void add(long distance, SegmentRef segment, int index) {
            count++;
            nearest.add(new Near(distance, segment, index));
            if (nearest.size() > NEIGHBOURS) {
                nearest.remove();
            }
        }
    }

    /**
     * A reader.
     *
     * @param values fields with the values whose frequency is asked
     * @param window ticks before and after the event
     */
    RelatedReader(CaseFile file, EventLookup lookup, Alert alert, Map<String, List<String>> values, long window) throws StoreException, WorkbenchException {
        this.file = file;
        this.window = window;
        event = alert.events().getLast().id();
        anchor = lookup.row(event);
        time = anchor.time();
        host = text(anchor, HOST);
        entity = text(anchor, "process.entity_id");
        tree = new ProcessTree(event, anchor);
        values.forEach((field, all) -> all.forEach(value -> {
            events.put(List.of(field, value), new long[1]);
            seenOn.put(List.of(field, value), new HashSet<>());
        }));
    }

    Related read(Job job) throws StoreException {
        List<SegmentRef> segments = file.segments().list();
        for (int i = 0; i < segments.size(); i++) {
            job.check();
            job.report("Looking for related events", i, segments.size());
            look(segments.get(i), file.segments().open(segments.get(i)));
        }
        List<Prevalence> prevalence = new ArrayList<>();
        events.forEach((key, count) -> prevalence.add(new Prevalence(key.getFirst(), key.getLast(), count[0], seenOn.get(key).size())));
        return new Related(neighbours(before), neighbours(after), before.count, after.count, tree.lines(), ofProcess, prevalence, hosts.size());
    }

    private void look(SegmentRef ref, Segment segment) {
        Optional<Column> named = column(segment, HOST);
        named.ifPresent(column -> {
            for (int code = 0; code < column.distinct(); code++) {
                hosts.add(column.value(code).text());
            }
        });
        events.forEach((key, count) -> column(segment, key.getFirst()).ifPresent(column -> {
            Bitmap found = having(column, key.getLast());
            count[0] += found.cardinality();
            named.ifPresent(names -> hosts(names, found, seenOn.get(key)));
        }));
        Bitmap same = host.isEmpty() || named.isEmpty() ? new Bitmap(segment.size()) : having(named.get(), host.get());
        if (same.isEmpty()) {
            return;
        }
        tree.look(ref, segment, same);
        entity.flatMap(own -> column(segment, "process.entity_id").map(column -> having(column, own))).ifPresent(found -> {
            for (int i = found.next(0); i >= 0 && ofProcess.size() < OF_PROCESS; i = found.next(i + 1)) {
                ofProcess.add(ref.firstEvent() + i);
            }
        });
        if (time != Time.NONE && ref.minTime() != Time.NONE && ref.minTime() <= time + window && ref.maxTime() >= time - window) {
            near(ref, segment, same);
        }
    }

    private void near(SegmentRef ref, Segment segment, Bitmap same) {
        for (int i = same.next(0); i >= 0; i = same.next(i + 1)) {
            long distance = segment.time(i) == Time.NONE ? Long.MAX_VALUE : segment.time(i) - time;
            long number = ref.firstEvent() + i;
            if (number != event && Math.abs(distance) <= window) {
                (distance < 0 || distance == 0 && number < event ? before : after).add(Math.abs(distance), ref, i);
            }
        }
    }

    private static void hosts(Column names, Bitmap found, Set<String> into) {
        boolean[] seen = new boolean[names.distinct()];
        for (int i = found.next(0); i >= 0; i = found.next(i + 1)) {
            if (names.count(i) > 0 && !seen[names.code(i, 0)]) {
                seen[names.code(i, 0)] = true;
                into.add(names.value(names.code(i, 0)).text());
            }
        }
    }

    private List<Neighbour> neighbours(Side side) throws StoreException {
        List<Neighbour> told = new ArrayList<>();
        for (Side.Near near : side.nearest) {
            EventRow row = new EventRow(file.segments().open(near.segment()), near.index());
            told.add(new Neighbour(near.segment().firstEvent() + near.index(), row.time(), first(row, WHAT), text(row, "user.name").orElse(""), first(row, ABOUT)));
        }
        told.sort(Comparator.comparingLong(Neighbour::time).thenComparingLong(Neighbour::event));
        return told;
    }

    private static String first(EventRow row, List<String> names) {
        return names.stream().map(name -> text(row, name)).flatMap(Optional::stream).findFirst().orElse("");
    }

    /** The events with a value. */
    static Bitmap having(Column column, String value) {
        Bitmap wanted = new Bitmap(column.distinct());
        for (int code = 0; code < column.distinct(); code++) {
            if (column.value(code).text().equals(value)) {
                wanted.set(code);
            }
        }
        return wanted.isEmpty() ? new Bitmap(column.events()) : column.having(wanted);
    }

    /** The column of a field: of the ECS view where it has one, else of the source. */
    static Optional<Column> column(Segment segment, String path) {
        for (View view : List.of(View.ECS, View.SOURCE)) {
            Optional<Column> column = segment.column(new Field(view, path));
            if (column.isPresent()) {
                return column;
            }
        }
        return Optional.empty();
    }

    /** The first value of a field of an event. */
    static Optional<String> text(EventRow row, String path) {
        return row.get(List.of(Field.ecs(path), Field.source(path))).filter(values -> values.size() > 0).map(values -> values.get(0).text()).filter(text -> !text.isEmpty());
    }
}
