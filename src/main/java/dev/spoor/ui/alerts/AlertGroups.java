package dev.spoor.ui.alerts;

import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Status;
import dev.spoor.triage.VariantCount;
import dev.spoor.ui.common.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers alerts by up to three fields, one in the other, and by variant. Where variants or equal events are folded, an alert that is alone stands for itself. */
final class AlertGroups {
    /** Between the values of a path. */
    private static final char INSIDE = 31;
    private final AlertQuery query;
    private final AlertRows.Builder rows;

    private AlertGroups(AlertQuery query) {
        this.query = query;
        rows = new AlertRows.Builder(query.order().all());
    }

    /** The rows of alerts, which are in the order of the table. */
    static AlertRows rows(List<Alert> alerts, AlertQuery query) {
        if (query.groups().isEmpty()) {
            return AlertRows.of(alerts, query.order().all());
        }
        AlertGroups groups = new AlertGroups(query);
        groups.add(gathered(alerts, query.groups().getFirst()), 0, "");
        return groups.rows.build();
    }

    /** A group before it is a row. */
    private record Made(String value, List<Alert> alerts, Map<String, List<Alert>> below, AlertRow.Facts facts) {}

    private void add(Map<String, List<Alert>> members, int level, String above) {
        boolean folds = query.groups().stream().anyMatch(AlertField::alone);
        List<Made> groups = List.copyOf(members.entrySet()).parallelStream().map(entry -> made(entry.getKey(), entry.getValue(), level)).toList();
        for (Made group : groups) {
            if (folds && group.alerts().size() == 1) {
                rows.alert(group.alerts().getFirst(), level);
                continue;
            }
            String path = above + group.value();
            boolean collapsed = query.collapsed(path);
            rows.group(new AlertRow.Group(path, title(query.groups().get(level), level, group.value(), group.alerts(), group.facts()), group.alerts(), group.facts(), collapsed,
                    level));
            if (!collapsed && group.below().size() > 1) {
                add(group.below(), level + 1, path + INSIDE);
            } else if (!collapsed) {
                rows.alerts(group.alerts(), level + 1);
            }
        }
    }

    private Made made(String value, List<Alert> alerts, int level) {
        Map<String, List<Alert>> below = level + 1 < query.groups().size() ? gathered(alerts, query.groups().get(level + 1)) : Map.of();
        boolean variants = below.size() > 1 && query.groups().get(level + 1) == AlertField.VARIANT;
        return new Made(value, alerts, below, facts(alerts, variants ? below : Map.of()));
    }

    private String title(AlertField field, int level, String value, List<Alert> alerts, AlertRow.Facts facts) {
        Alert first = alerts.getFirst();
        if (field == AlertField.EVENT) {
            long rules = alerts.stream().map(alert -> alert.rule().id()).distinct().count();
            return Messages.text("group.event", first.rule().name(), rules - 1, facts.families(), RuleOrigin.values().length);
        }
        if (field != AlertField.VARIANT) {
            return field.shown(value);
        }
        boolean named = query.groups().subList(0, level).contains(AlertField.RULE);
        return named ? first.variant().shape() : Messages.text("group.variant", first.rule().name(), first.variant().shape());
    }

    /** By the values of a field, those first that come first. */
    private static Map<String, List<Alert>> gathered(List<Alert> alerts, AlertField field) {
        List<Map<String, List<Alert>>> parts = Stretches.of(alerts.size(), (from, to) -> gathered(alerts, field, from, to));
        Map<String, List<Alert>> members = parts.getFirst();
        for (Map<String, List<Alert>> part : parts.subList(1, parts.size())) {
            part.forEach((value, more) -> {
                List<Alert> before = members.putIfAbsent(value, more);
                if (before != null) {
                    before.addAll(more);
                }
            });
        }
        return members;
    }

    private static Map<String, List<Alert>> gathered(List<Alert> alerts, AlertField field, int from, int to) {
        Map<String, List<Alert>> members = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            Alert alert = alerts.get(i);
            if (field.single()) {
                members.computeIfAbsent(field.key(alert), key -> new ArrayList<>()).add(alert);
                continue;
            }
            List<String> values = field.values(alert);
            for (String value : values.isEmpty() ? List.of("") : values) {
                members.computeIfAbsent(value, key -> new ArrayList<>()).add(alert);
            }
        }
        return members;
    }

    private static AlertRow.Facts facts(List<Alert> alerts, Map<String, List<Alert>> variants) {
        Severity worst = Severity.INFORMATIONAL;
        long last = Long.MIN_VALUE;
        long events = 0;
        long found = 0;
        long closed = 0;
        Set<String> hosts = new HashSet<>();
        Set<String> users = new HashSet<>();
        EnumSet<RuleOrigin> families = EnumSet.noneOf(RuleOrigin.class);
        Alert first = alerts.getFirst();
        boolean alike = true;
        for (Alert alert : alerts) {
            worst = alert.severity().compareTo(worst) > 0 ? alert.severity() : worst;
            last = Math.max(last, alert.time());
            events += alert.count();
            found += 1 + alert.suppressed();
            closed += alert.status() == Status.CLOSED ? 1 : 0;
            families.add(alert.rule().origin());
            alike &= alert.status() == first.status() && alert.reason().equals(first.reason());
            if (alert.host().isPresent()) {
                hosts.add(alert.host().get());
            }
            if (alert.user().isPresent()) {
                users.add(alert.user().get());
            }
        }
        long decided = variants.isEmpty() ? closed
                : variants.values().stream().filter(members -> members.stream().allMatch(alert -> alert.status() == Status.CLOSED)).count();
        return new AlertRow.Facts(worst, last, hosts.size(), users.size(), events, found, decided, variants.isEmpty() ? alerts.size() : variants.size(),
                alike ? Optional.of(AlertField.status(first)) : Optional.empty(), families.size());
    }

    /** Of how many variants alerts are, and how many of them are decided. */
    static VariantCount count(List<Alert> alerts) {
        Map<String, Boolean> decided = new HashMap<>();
        for (Map<String, Boolean> part : Stretches.of(alerts.size(), (from, to) -> decided(alerts, from, to))) {
            part.forEach((variant, closed) -> decided.merge(variant, closed, Boolean::logicalAnd));
        }
        return new VariantCount(decided.size(), decided.values().stream().filter(closed -> closed).count());
    }

    private static Map<String, Boolean> decided(List<Alert> alerts, int from, int to) {
        Map<String, Boolean> decided = new HashMap<>();
        for (int i = from; i < to; i++) {
            Alert alert = alerts.get(i);
            decided.merge(AlertField.VARIANT.key(alert), alert.status() == Status.CLOSED, Boolean::logicalAnd);
        }
        return decided;
    }
}
