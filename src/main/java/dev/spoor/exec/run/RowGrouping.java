package dev.spoor.exec.run;

import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts rows that come in the order of time into groups. A row goes to the newest open group that takes it. */
final class RowGrouping {
    private final Stage.Together stage;
    private final Set<RowGroup> open = new LinkedHashSet<>();
    private final Map<List<List<String>>, RowGroup> byKey = new HashMap<>();
    private final List<RowGroup> done = new ArrayList<>();

    RowGrouping(Stage.Together stage) {
        this.stage = stage;
    }

    List<RowGroup> of(List<TimedRow> rows) {
        for (TimedRow row : rows) {
            expire(row);
            RowGroup group = row.begins() ? null : group(row);
            if (group == null && (stage.begins().isEmpty() || row.begins() || stage.partial())) {
                if (row.begins()) {
                    RowGroup before = group(row);
                    if (before != null) {
                        end(before, false);
                    }
                }
                group = new RowGroup(stage.keys().size());
                open.add(group);
            }
            if (group != null) {
                add(group, row);
            }
        }
        List.copyOf(open).forEach(group -> end(group, stage.ends().isEmpty() && stage.begins().isEmpty()));
        return done;
    }

    private void add(RowGroup group, TimedRow row) {
        group.add(row);
        byKey.put(row.keys(), group);
        if (row.ends() || group.rows().size() >= stage.most()) {
            end(group, true);
        }
    }

    /** Ends the groups that a row comes too late for. */
    private void expire(TimedRow row) {
        for (RowGroup group : List.copyOf(open)) {
            boolean late = stage.maxSpan().isPresent() && row.time() - group.first() > stage.maxSpan().get()
                    || stage.maxPause().isPresent() && row.time() - group.last() > stage.maxPause().get();
            if (late) {
                end(group, stage.ends().isEmpty());
            }
        }
    }

    private RowGroup group(TimedRow row) {
        RowGroup known = byKey.get(row.keys());
        if (known != null && open.contains(known)) {
            return known;
        }
        RowGroup newest = null;
        for (RowGroup group : open) {
            newest = group.takes(row, stage.connected()) ? group : newest;
        }
        return newest;
    }

    private void end(RowGroup group, boolean complete) {
        open.remove(group);
        if (complete) {
            group.close();
        }
        if (complete || stage.partial()) {
            done.add(group);
        }
    }
}
