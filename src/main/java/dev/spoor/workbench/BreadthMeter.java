package dev.spoor.workbench;

import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Field;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.Segment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.EventReference;
import dev.spoor.workbench.ExceptionBreadth.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures how broad exceptions are, over all events of the case. One object measures once. */
final class BreadthMeter {
    private static final int FEW = 3;
    private static final int TIMES = 5;
    /** Folders that people without rights can write to. */
    private static final Pattern WRITABLE = Pattern.compile(
            "(?i).*(\\\\users\\\\|\\\\temp\\\\|\\\\tmp\\\\|\\\\appdata\\\\|\\\\programdata\\\\|\\\\public\\\\|\\\\downloads\\\\|\\\\windows\\\\tasks\\\\|\\$recycle\\.bin|^/tmp/|^/var/tmp/|^/home/|^/dev/shm/|^/users/).*");
    private final CaseFile file;
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> users = new HashSet<>();
    private long events;
    private long other;

    BreadthMeter(CaseFile file) {
        this.file = file;
    }

    ExceptionBreadth of(List<ExceptionItem> items, Job job) throws StoreException, WorkbenchException {
        Map<String, FieldTypes> types = new CaseTypes(file).all();
        Set<Long> alerted = alerted(items);
        for (SegmentRef ref : file.segments().list()) {
            job.check();
            Segment segment = file.segments().open(ref);
            FieldTypes own = types.get(segment.dataset());
            if (own != null) {
                count(items, segment, ref, own, alerted);
            }
        }
        Set<String> writable = new LinkedHashSet<>();
        items.forEach(item -> item.entries().forEach(entry -> writable(entry, writable)));
        List<Reason> reasons = new ArrayList<>(reasons(items, alerted.size(), !writable.isEmpty()));
        reasons.sort(Comparator.comparingInt(Reason::points).reversed());
        int score = Math.min(100, reasons.stream().mapToInt(Reason::points).sum());
        return new ExceptionBreadth(events, other, hosts.size(), users.size(), score, reasons, List.copyOf(writable));
    }

    private Set<Long> alerted(List<ExceptionItem> items) throws StoreException {
        Map<String, Long> counts = file.alerts().countByRule();
        Set<Long> alerted = new HashSet<>();
        for (RuleRun run : file.runs().newest()) {
            if (counts.containsKey(run.rule().id()) && items.stream().anyMatch(item -> item.covers(run.rule()))) {
                file.alerts().ofRule(run.rule().id()).forEach(alert -> alert.events().stream().map(EventReference::id).forEach(alerted::add));
            }
        }
        return alerted;
    }

    private void count(List<ExceptionItem> items, Segment segment, SegmentRef ref, FieldTypes types, Set<Long> alerted) {
        ConditionMatcher matcher = new ConditionMatcher(segment, types, new ScalarEvaluator(types));
        ExceptionCompiler compiler = new ExceptionCompiler(types);
        List<Expression> all = items.stream().map(compiler::compile).toList();
        Bitmap found = matcher.matches(all.size() == 1 ? all.getFirst() : new Expression.Or(all));
        List<Column> host = columns(segment, "host.name");
        List<Column> user = columns(segment, "user.name");
        for (int event = found.next(0); event >= 0; event = found.next(event + 1)) {
            events++;
            if (!alerted.contains(ref.firstEvent() + event)) {
                other++;
            }
            add(host, event, hosts);
            add(user, event, users);
        }
    }

    private static List<Column> columns(Segment segment, String name) {
        return Stream.of(Field.ecs(name), Field.source(name)).flatMap(field -> segment.column(field).stream()).toList();
    }

    private static void add(List<Column> columns, int event, Set<String> names) {
        for (Column column : columns) {
            if (column.present().get(event) && column.count(event) > 0) {
                names.add(column.value(column.code(event, 0)).text());
                return;
            }
        }
    }

    private static void writable(Entry entry, Set<String> found) {
        entry.nested().forEach(inner -> writable(inner, found));
        if (entry.negated() || entry.operator() == Entry.Operator.EXISTS || entry.operator() == Entry.Operator.IN_NETWORK) {
            return;
        }
        for (String value : entry.values()) {
            boolean anywhere = entry.operator() == Entry.Operator.MATCHES && (value.startsWith("*\\") || value.startsWith("*/"));
            if (anywhere || WRITABLE.matcher(value.replace("\\\\", "\\")).matches()) {
                found.add(value);
            }
        }
    }

    private List<Reason> reasons(List<ExceptionItem> items, int alerted, boolean writable) {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (ExceptionItem item : items) {
            if (item.entries().size() == 1 && item.entries().getFirst().nested().size() < 2) {
                reasons.add(Reason.SINGLE_CONDITION);
            }
            if (item.scope().kind() == ExceptionScope.Kind.ALL || item.scope().kind() == ExceptionScope.Kind.TAG) {
                reasons.add(Reason.MANY_RULES);
            }
            if (item.expires().isEmpty()) {
                reasons.add(Reason.NO_END);
            }
        }
        if (writable) {
            reasons.add(Reason.WRITABLE_PATH);
        }
        if (other > (long) TIMES * Math.max(1, alerted)) {
            reasons.add(Reason.OTHER_EVENTS);
        }
        if (hosts.size() > FEW) {
            reasons.add(Reason.MANY_HOSTS);
        }
        if (users.size() > FEW) {
            reasons.add(Reason.MANY_USERS);
        }
        return List.copyOf(reasons);
    }
}
