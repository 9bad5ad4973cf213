package dev.spoor.workbench;

import dev.spoor.event.Time;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.store.SegmentRef;
import dev.spoor.workbench.Related.ProcessLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The process of an event among those that started on its host: told by Sysmon's process GUIDs where there are any, else by process numbers, which belong to the last process that got the number
 * before. Starts are events of code 1 (Sysmon) or 4688, and those of type "start". Not thread-safe.
 */
final class ProcessTree {
    private static final int MOST = 200_000;
    private static final int ANCESTORS = 8;
    private static final int BESIDE = 12;
    private final long event;
    private final EventRow anchor;
    private final List<Start> starts = new ArrayList<>();

    private record Start(long event, long time, String entity, String parentEntity, String pid, String parentPid, String image, String commandLine, String parentImage) {}

    ProcessTree(long event, EventRow anchor) {
        this.event = event;
        this.anchor = anchor;
    }

    /** Takes the starts among some events of the host. */
    void look(SegmentRef ref, Segment segment, Bitmap host) {
        if (RelatedReader.column(segment, "process.pid").isEmpty()) {
            return;
        }
        Bitmap wanted = new Bitmap(segment.size());
        Optional<Column> codes = RelatedReader.column(segment, "event.code");
        codes.ifPresent(column -> {
            wanted.or(RelatedReader.having(column, "1"));
            wanted.or(RelatedReader.having(column, "4688"));
        });
        RelatedReader.column(segment, "event.type").ifPresent(column -> wanted.or(RelatedReader.having(column, "start")));
        wanted.and(host);
        for (int i = wanted.next(0); i >= 0 && starts.size() < MOST; i = wanted.next(i + 1)) {
            EventRow row = new EventRow(segment, i);
            String pid = text(row, "process.pid");
            if (!pid.isEmpty() && !(text(row, "process.executable") + text(row, "process.name")).isEmpty()) {
                starts.add(new Start(ref.firstEvent() + i, row.time(), text(row, "process.entity_id"), text(row, "process.parent.entity_id"), pid, text(row, "process.parent.pid"),
                        image(row, "process"), text(row, "process.command_line"), image(row, "process.parent")));
            }
        }
    }

    private static String text(EventRow row, String path) {
        return RelatedReader.text(row, path).orElse("");
    }

    private static String image(EventRow row, String of) {
        String path = text(row, of + ".executable");
        return path.isEmpty() ? text(row, of + ".name") : path;
    }

    /** The process with those around it; empty where the event is about none that is known to have started. */
    List<ProcessLine> lines() {
        starts.sort(Comparator.comparingLong(Start::time).thenComparingLong(Start::event));
        Optional<Start> own = own();
        if (own.isEmpty()) {
            return List.of();
        }
        List<Start> chain = new ArrayList<>(List.of(own.get()));
        for (Optional<Start> above = parent(own.get()); above.isPresent() && chain.size() < ANCESTORS && !chain.contains(above.get()); above = parent(above.get())) {
            chain.addFirst(above.get());
        }
        List<ProcessLine> lines = new ArrayList<>();
        Start top = chain.getFirst();
        int depth = 0;
        if (!top.parentImage().isEmpty()) {
            lines.add(new ProcessLine(-1, Time.NONE, depth++, top.parentImage(), "", top.parentPid(), false));
        }
        for (Start above : chain.subList(0, chain.size() - 1)) {
            lines.add(line(above, depth++, false));
        }
        List<Start> beside = chain.size() > 1 ? nearest(children(chain.get(chain.size() - 2)), own.get()) : List.of(own.get());
        for (Start one : beside) {
            lines.add(line(one, depth, one.equals(own.get())));
            if (one.equals(own.get())) {
                for (Start child : nearest(children(one), one)) {
                    lines.add(line(child, depth + 1, false));
                }
            }
        }
        return lines;
    }

    private static ProcessLine line(Start start, int depth, boolean own) {
        return new ProcessLine(start.event(), start.time(), depth, start.image(), start.commandLine(), start.pid(), own);
    }

    private Optional<Start> own() {
        Optional<Start> itself = starts.stream().filter(start -> start.event() == event).findFirst();
        String entity = text(anchor, "process.entity_id");
        return itself.or(() -> entity.isEmpty() ? last(text(anchor, "process.pid"), anchor.time()) : starts.stream().filter(start -> start.entity().equals(entity)).findFirst());
    }

    private Optional<Start> parent(Start child) {
        return child.parentEntity().isEmpty() ? last(child.parentPid(), child.time()).filter(start -> !start.equals(child) && named(child.parentImage(), start.image()))
                : starts.stream().filter(start -> start.entity().equals(child.parentEntity())).findFirst();
    }

    /** Whether a parent's name is that of a process; a number may have been given to another one whose start nobody logged. */
    private static boolean named(String parent, String image) {
        return parent.isEmpty() || base(parent).equalsIgnoreCase(base(image));
    }

    private static String base(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }

    /** The last process that got a number before a time. */
    private Optional<Start> last(String pid, long before) {
        return pid.isEmpty() ? Optional.empty() : starts.stream().filter(start -> start.pid().equals(pid) && start.time() <= before).reduce((first, second) -> second);
    }

    private List<Start> children(Start of) {
        return starts.stream().filter(start -> start.parentEntity().isEmpty() || of.entity().isEmpty() ? start.parentPid().equals(of.pid()) && start.time() >= of.time()
                && parent(start).filter(of::equals).isPresent() : start.parentEntity().equals(of.entity())).toList();
    }

    /** Those nearest in time to one, in their order. */
    private static List<Start> nearest(List<Start> all, Start to) {
        return all.stream().sorted(Comparator.comparingLong(start -> Math.abs(start.time() - to.time()))).limit(BESIDE)
                .sorted(Comparator.comparingLong(Start::time).thenComparingLong(Start::event)).toList();
    }
}
