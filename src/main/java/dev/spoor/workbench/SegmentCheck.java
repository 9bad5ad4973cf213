package dev.spoor.workbench;

import dev.spoor.event.Field;
import dev.spoor.event.Time;
import dev.spoor.event.View;
import dev.spoor.job.Job;
import dev.spoor.segment.Column;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import dev.spoor.workbench.Difference.Check;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads every segment and every column once: checksums, counts, times, numbers of events and sources, kinds of values. */
final class SegmentCheck {
    private final CaseFile file;
    private final Differences out;
    private final Job job;
    private final Set<Integer> sources = new HashSet<>();
    private final Map<String, Map<String, Integer>> kinds = new TreeMap<>();
    private boolean sound = true;

    SegmentCheck(CaseFile file, List<Source> sources, Differences out, Job job) {
        this.file = file;
        this.out = out;
        this.job = job;
        sources.forEach(source -> this.sources.add(source.number()));
    }

    /** Answers whether rules can run over the segments: all can be read, and their sources are known. */
    boolean run() throws StoreException {
        List<SegmentRef> segments = file.segments().list();
        long first = 1;
        for (SegmentRef segment : segments) {
            job.check();
            job.report("Reading stored events", first, Math.max(first, file.segments().events()));
            if (segment.firstEvent() != first) {
                differs(segment, "its first event has number " + segment.firstEvent() + ", expected " + first);
            }
            first = segment.firstEvent() + segment.events();
            try {
                check(segment);
            } catch (StoreException e) {
                sound = false;
                differs(segment, e.getMessage());
            }
        }
        kinds();
        return sound;
    }

    private void differs(SegmentRef segment, String text) {
        out.differs(Check.EVENT, "segment " + segment.id() + " (events " + segment.firstEvent() + " to " + (segment.firstEvent() + segment.events() - 1) + ")", text);
    }

    private void check(SegmentRef ref) throws StoreException {
        Segment segment = file.segments().open(ref);
        long min = Time.NONE;
        long max = Time.NONE;
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < segment.size(); i++) {
            long time = segment.time(i);
            min = min == Time.NONE || time != Time.NONE && time < min ? time : min;
            max = Math.max(max, time);
            counts.merge(segment.origin(i).source(), 1, Integer::sum);
        }
        if (min != ref.minTime() || max != ref.maxTime()) {
            differs(ref, "its events are from " + told(min) + " to " + told(max) + ", its row says " + told(ref.minTime()) + " to " + told(ref.maxTime()));
        }
        if (!counts.equals(file.segments().sources(ref))) {
            differs(ref, "it has events of sources " + counts + ", segment_source says " + file.segments().sources(ref));
        }
        if (!sources.containsAll(counts.keySet())) {
            sound = false;
            differs(ref, "it names sources that are not in the register: " + counts.keySet().stream().filter(number -> !sources.contains(number)).toList());
        }
        Map<String, Integer> seen = kinds.computeIfAbsent(ref.dataset(), _ -> new HashMap<>());
        for (Field field : segment.fields()) {
            column(ref, segment, field, seen);
        }
    }

    private void column(SegmentRef ref, Segment segment, Field field, Map<String, Integer> seen) {
        try {
            Column column = segment.column(field).orElseThrow();
            if (field.view() == View.ECS) {
                seen.merge(field.path(), DocumentSegment.kinds(column), (a, b) -> a | b);
            }
        } catch (UncheckedIOException e) {
            sound = false;
            differs(ref, e.getCause().getMessage());
        }
    }

    private void kinds() throws StoreException {
        for (Map.Entry<String, Map<String, Integer>> dataset : kinds.entrySet()) {
            Map<String, Integer> told = file.datasets().kinds(dataset.getKey());
            Set<String> paths = new HashSet<>(told.keySet());
            paths.addAll(dataset.getValue().keySet());
            for (String path : sound ? paths.stream().sorted().toList() : List.<String>of()) {
                int found = dataset.getValue().getOrDefault(path, 0);
                if (found != told.getOrDefault(path, 0)) {
                    out.differs(Check.EVENT, "field_kinds of " + path + " in data set " + dataset.getKey(),
                            "it says " + told.getOrDefault(path, 0) + ", the values are of kinds " + found);
                }
            }
        }
    }

    private static String told(long time) {
        return time == Time.NONE ? "no time" : Time.iso(time);
    }
}
