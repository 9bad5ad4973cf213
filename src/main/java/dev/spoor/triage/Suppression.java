package dev.spoor.triage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.event.Time;
import dev.spoor.rule.Rule;
import dev.spoor.segment.EventDocuments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Alert suppression of Elastic's rules: one alert for the matches of a rule that have equal values in some fields, per run of the rule or for a time that begins
 * with the first of them. The schedule is replayed on event time; a match belongs to the first run that sees its last event. Nothing is lost: the alert has the
 * events of all its matches, and says how many matches beside the first it stands for. Used by one thread.
 */
public final class Suppression {
    private static final int MOST_EVENTS = 10_000;
    /** The most groups that one match belongs to; beyond, its values count together. */
    private static final int MOST_GROUPS = 1_000;
    private final Comparator<FoundEvent> order;
    private final Map<String, List<Match>> waiting = new TreeMap<>();

    /** A match, the run that finds it, and the values by which it is grouped; a missing value is empty. */
    private record Found(Match match, long run, List<Optional<String>> group) {}

    /** What becomes one alert. */
    private record Group(long run, List<Optional<String>> key, List<Match> matches) {}

    /** @param order the order of events of the case */
    public Suppression(Comparator<FoundEvent> order) {
        this.order = order;
    }

    /** Whether a rule's matches have to wait until all are in. */
    public static boolean asked(Rule rule) {
        return rule.settings().suppression().isPresent();
    }

    /** Takes a match; hands it on at once if its rule suppresses nothing. */
    public void take(Match match, Consumer<Match> sink) {
        if (asked(match.rule().rule())) {
            waiting.computeIfAbsent(match.rule().rule().id(), _ -> new ArrayList<>()).add(match);
        } else {
            sink.accept(match);
        }
    }

    /** Hands on what waited, when all matches are in: by rule id, then by time. */
    public void finish(Consumer<Match> sink) {
        waiting.values().forEach(matches -> finish(matches, sink));
        waiting.clear();
    }

    private void finish(List<Match> matches, Consumer<Match> sink) {
        SuppressionRule rule = SuppressionRule.of(matches.getFirst().rule().rule()).orElseThrow();
        List<Found> found = new ArrayList<>();
        for (Match match : matches) {
            AlertFields fields = fields(match);
            long run = rule.run(time(rule, fields, match));
            groups(rule, match, fields).forEach(group -> found.add(new Found(match, run, group)));
        }
        found.sort(Comparator.comparingLong(Found::run).thenComparing(one -> one.match().events().isEmpty() ? null : one.match().events().getLast(),
                Comparator.nullsFirst(order)));
        Map<List<Optional<String>>, Group> open = new HashMap<>();
        List<Group> all = new ArrayList<>();
        for (Found one : found) {
            boolean alone = rule.keepMissing() && one.group().contains(Optional.<String>empty());
            Group group = alone ? null : open.get(one.group());
            if (group == null || !rule.takesIn(group.run(), one.run())) {
                group = new Group(one.run(), one.group(), new ArrayList<>());
                open.put(one.group(), group);
                all.add(group);
            }
            group.matches().add(one.match());
        }
        all.forEach(group -> sink.accept(rule.keepMissing() && group.key().contains(Optional.<String>empty()) ? group.matches().getFirst() : alert(group)));
    }

    private static AlertFields fields(Match match) {
        return new AlertFields(match.events().isEmpty() ? JsonNodeFactory.instance.objectNode()
                : EventDocuments.ecs(match.events().getLast().row()), match.values());
    }

    private static long time(SuppressionRule rule, AlertFields fields, Match match) {
        long stated = rule.timestamp().flatMap(fields::text).map(Time::parse).orElse(Time.NONE);
        return stated != Time.NONE || match.events().isEmpty() ? stated : match.events().getLast().row().time();
    }

    /** The groups of a match: one, or one for each combination of its values. */
    private static List<List<Optional<String>>> groups(SuppressionRule rule, Match match, AlertFields last) {
        List<List<Optional<String>>> groups = new ArrayList<>(List.of(List.of()));
        for (String field : rule.fields()) {
            List<Optional<String>> values = values(rule, field, match, last);
            boolean many = (long) groups.size() * values.size() > MOST_GROUPS;
            List<Optional<String>> used = many ? List.of(Optional.of(values.stream().flatMap(Optional::stream).sorted().collect(Collectors.joining(", ")))) : values;
            groups = groups.stream().flatMap(group -> used.stream().map(value -> with(group, value))).toList();
        }
        return groups;
    }

    private static List<Optional<String>> with(List<Optional<String>> group, Optional<String> value) {
        List<Optional<String>> longer = new ArrayList<>(group);
        longer.add(value);
        return List.copyOf(longer);
    }

    /** Of several events only what all have alike. */
    private static List<Optional<String>> values(SuppressionRule rule, String field, Match match, AlertFields last) {
        List<String> values = last.values(field);
        boolean row = match.values().containsKey(field);
        boolean alike = row || match.events().stream().limit(Math.max(0, match.events().size() - 1))
                .allMatch(event -> new AlertFields(EventDocuments.ecs(event.row()), Map.of()).values(field).equals(values));
        if (values.isEmpty() || !alike) {
            return List.of(Optional.empty());
        }
        return rule.eachValue() ? values.stream().map(Optional::of).toList() : List.of(Optional.of(values.stream().sorted().collect(Collectors.joining(", "))));
    }

    private Match alert(Group group) {
        List<Match> matches = group.matches();
        Map<Long, FoundEvent> events = new LinkedHashMap<>();
        matches.forEach(match -> match.events().forEach(event -> events.put(event.id(), event)));
        boolean whole = matches.stream().allMatch(match -> match.count() == match.events().size());
        long count = whole ? events.size() : matches.stream().mapToLong(Match::count).sum();
        return new Match(matches.getFirst().rule(), events.values().stream().sorted(order).limit(MOST_EVENTS).toList(), count, key(group), matches.getFirst().values(),
                matches.size() - 1L);
    }

    private static String key(Group group) {
        return "suppressed;" + group.key().stream().map(value -> value.map(text -> text.length() + ":" + text).orElse("-")).collect(Collectors.joining(";")) + ";" + group.run();
    }
}
