package dev.spoor.ui.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.spoor.bench.ManyAlerts;
import dev.spoor.event.Time;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.AlertDesk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AlertIndexTest {
    private final List<Alert> alerts = ManyAlerts.of(3_000, AlertDesk.rules());
    private final AlertIndex index = AlertIndex.of(alerts);

    private static List<Alert> listed(AlertIndex index, AlertQuery query) {
        return AlertListing.of(index, query).alerts();
    }

    @ParameterizedTest @EnumSource
    void everyFieldOrdersTheAlertsAndEqualsByTheUsualOrder(AlertField field) {
        for (boolean descending : new boolean[] {false, true}) {
            Comparator<Alert> first = descending ? field.order().reversed() : field.order();
            List<Alert> expected = alerts.stream().sorted(first.thenComparing(AlertOrder.REST)).toList();
            assertEquals(expected, listed(index, AlertQuery.USUAL.ordered(new AlertOrder(field, descending))));
        }
    }

    @Test void aFilterKeepsTheOrder() {
        AlertQuery query = AlertQuery.USUAL.filtered(AlertFilter.ALL.withText("WKS-11 t1059")).ordered(new AlertOrder(AlertField.USER, false));
        List<Alert> found = listed(index, query);
        List<Alert> expected = listed(index, AlertQuery.USUAL.ordered(query.order())).stream()
                .filter(alert -> (alert.host().orElse("") + "\n" + alert.summary() + alert.id()).contains("wks-11")).toList();
        assertEquals(expected, found);
    }

    @Test void aDecidedAlertTakesThePlaceOfTheOldOneAndItsNewTagsAreFound() {
        Alert before = alerts.get(1_000);
        Alert after = before.decided(Status.ACKNOWLEDGED, Optional.empty()).tagged(List.of("Seen-By-Night-Shift"));
        AlertIndex now = index.replaced(Map.of(before.id(), after));
        assertEquals(List.of(after), listed(now, AlertQuery.USUAL.filtered(AlertFilter.ALL.withText("seen-by-night"))));
        assertEquals(listed(index, AlertQuery.USUAL).indexOf(before), listed(now, AlertQuery.USUAL).indexOf(after));
        assertSame(after, now.alerts().get(1_000));
        assertEquals(List.of(), listed(index, AlertQuery.USUAL.filtered(AlertFilter.ALL.withText("seen-by-night"))));
    }

    @Test void theUsualOrderHoldsForAnyTimes() {
        Random random = new Random(11);
        long[] spans = {1, 20, 600_000_000L, 1L << 45, 9_000_000_000_000_000_000L};
        for (long span : spans) {
            List<Alert> some = new ArrayList<>();
            for (Alert alert : alerts) {
                long time = random.nextInt(9) == 0 ? Time.NONE : random.nextLong(span) - span / 3;
                some.add(new Alert(alert.id(), alert.rule(), time, alert.severity(), false, alert.risk(), alert.status(), alert.reason(), alert.techniques(), alert.tactics(),
                        alert.host(), alert.user(), alert.summary(), alert.events(), Map.of(), 1, true, alert.tags()));
            }
            assertEquals(some.stream().sorted(AlertOrder.REST).toList(), listed(AlertIndex.of(some), AlertQuery.USUAL), "span " + span);
        }
        assertEquals(List.of(), listed(AlertIndex.of(List.of()), AlertQuery.USUAL));
    }

    @Test void wordsAreFoundInAnyCaseAsIfEachTextWereLowered() {
        Random random = new Random(5);
        String letters = "aAbB1\u00c4\u00e4\u0130\u212a\u03a3k\u00df";
        List<Alert> some = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            Alert like = alerts.get(i % alerts.size());
            some.add(new Alert(some(random, letters, 6), like.rule(), like.time(), like.severity(), false, like.risk(), like.status(), like.reason(), List.of(), List.of(),
                    Optional.of(some(random, letters, 3)), Optional.empty(), some(random, letters, 12), List.of(), Map.of(), 1, true, List.of()));
        }
        AlertIndex all = AlertIndex.of(some);
        for (int i = 0; i < 200; i++) {
            String word = some(random, letters, 3).toLowerCase(Locale.ROOT);
            if (!word.isEmpty()) {
                Set<Alert> expected = some.stream().filter(alert -> Stream.of(alert.id(), alert.host().orElseThrow(), alert.summary(), alert.rule().name(), alert.rule().id())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word))).collect(Collectors.toSet());
                assertEquals(expected, Set.copyOf(listed(all, AlertQuery.USUAL.filtered(AlertFilter.ALL.withText(word)))), word);
            }
        }
    }

    @Test void anAlertIsFoundInAnyOrderAlsoAfterADecision() {
        Alert wanted = alerts.get(1_234);
        Alert decided = wanted.decided(wanted.status() == Status.CLOSED ? Status.OPEN : Status.CLOSED, Optional.empty());
        AlertIndex now = index.replaced(Map.of(wanted.id(), decided));
        for (AlertField field : AlertField.values()) {
            AlertListing listing = AlertListing.of(now, AlertQuery.USUAL.ordered(new AlertOrder(field, true)));
            assertEquals(listing.alerts().indexOf(decided), listing.rows().find(new AlertRow.One(wanted, 0)), field.word());
        }
        AlertListing without = AlertListing.of(now, AlertQuery.USUAL.filtered(AlertFilter.ALL.with(AlertField.HOST, true, Set.of(wanted.host().orElseThrow()))));
        assertEquals(-1, without.rows().find(new AlertRow.One(wanted, 0)));
    }

    private static String some(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test void rowsOfGroupsStandWhereTheirNumbersSay() {
        AlertQuery query = AlertQuery.USUAL.grouped(List.of(AlertField.SEVERITY)).folding(Set.of("high", "low"), true);
        AlertRows rows = AlertListing.of(index, query).rows();
        List<AlertRow> all = new ArrayList<>();
        for (AlertRow row : rows) {
            all.add(row);
            assertEquals(all.size() - 1, rows.find(row));
            assertEquals(all.size() - 1, rows.indexOf(row));
        }
        assertEquals(rows.size(), all.size());
        assertEquals(5, all.stream().filter(AlertRow.Group.class::isInstance).count());
        long inside = alerts.stream().filter(alert -> Set.of("high", "low").contains(alert.severity().word())).count();
        assertEquals(inside + 5, rows.size());
        assertEquals(-1, rows.find(new AlertRow.One(ManyAlerts.of(3_001, AlertDesk.rules()).getLast(), 0)));
    }

    @Test void variantsAndUpToThreeFieldsFoldAndEveryAlertStandsInOneRow() {
        AlertQuery query = AlertQuery.USUAL.grouped(List.of(AlertField.RULE, AlertField.HOST, AlertField.STATUS)).folding(AlertField.VARIANT, true);
        assertEquals(List.of(AlertField.RULE, AlertField.HOST, AlertField.STATUS), query.folding(AlertField.VARIANT, false).groups());
        AlertListing closed = AlertListing.of(index, query);
        assertEquals(alerts.stream().map(alert -> alert.rule().name()).distinct().count(), closed.rows().size());
        assertEquals(alerts.size(), closed.rows().stream().mapToLong(row -> row.alerts().size()).sum());
        AlertListing open = AlertListing.of(index, query.folding(Set.of(), false));
        List<AlertRow.One> ones = open.rows().stream().filter(AlertRow.One.class::isInstance).map(AlertRow.One.class::cast).toList();
        assertEquals(alerts.size(), ones.size());
        assertEquals(Set.copyOf(alerts), Set.copyOf(ones.stream().map(AlertRow.One::alert).toList()));
    }

    @Test void theMeterCountsVariantsAndADecidedOneOpensWithANewAlert() {
        AlertListing folded = AlertListing.of(index, AlertQuery.USUAL.folding(AlertField.VARIANT, true));
        assertEquals(index.variants().variants(), folded.rows().size());
        AlertRow.Group first = (AlertRow.Group) folded.rows().getFirst();
        Map<String, Alert> closed = new HashMap<>();
        first.alerts().forEach(alert -> closed.put(alert.id(), alert.decided(Status.CLOSED, Optional.of(Reason.DUPLICATE))));
        AlertIndex now = index.replaced(closed);
        assertEquals(index.variants().decided() + 1, now.variants().decided());
        assertEquals(Optional.of("Duplicate"), ((AlertRow.Group) AlertListing.of(now, folded.query()).rows().getFirst()).facts().state());
        List<Alert> more = new ArrayList<>(now.alerts());
        more.add(first.alert().like(first.alert().variant()));
        assertEquals(index.variants().decided(), AlertIndex.of(more).variants().decided());
    }

    @Test void theHistogramCountsWhatPassesAllButTheTimeRange() {
        long middle = index.bins().start(index.bins().size() / 2);
        AlertFilter filter = AlertFilter.ALL.within(Optional.of(new AlertFilter.TimeRange(middle, Long.MAX_VALUE)));
        AlertListing listing = AlertListing.of(index, AlertQuery.USUAL.filtered(filter));
        int counted = 0;
        for (int bin = 0; bin < listing.times().size(); bin++) {
            counted += listing.times().total(bin);
        }
        assertEquals(alerts.size(), counted);
        assertEquals(alerts.stream().filter(alert -> alert.time() >= middle).count(), listing.alerts().size());
    }
}
