package dev.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Time;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.Variant;
import dev.spoor.triage.VariantCount;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertStoreTest {
    private static final Decision CLOSED = new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), "planned change", List.of("change-17"));

    @TempDir Path folder;
    private CaseFile file;

    @BeforeEach void create() throws StoreException {
        file = CaseFile.create(folder.resolve("a.spoor"));
    }

    @AfterEach void close() throws StoreException {
        file.close();
    }

    private long run(String... rules) throws StoreException {
        return file.runs().begin(5, List.of(rules).stream().map(id -> new RuleRun.Planned(Samples.rule(id), Fidelity.EXACT)).toList());
    }

    private void save(long run, Alert... alerts) throws StoreException {
        file.alerts().save(run, List.of(alerts).stream().map(Samples::stored).toList());
    }

    @Test void anAlertIsReadAsItWasStored() throws Exception {
        Alert alert = Samples.alert("a1", "r1", 100);
        save(run("r1"), alert);
        assertEquals(List.of(alert), file.alerts().list());
        assertEquals(Optional.of(alert), file.alerts().find("a1"));
        assertEquals(Optional.empty(), file.alerts().find("a2"));
        assertEquals(List.of(new AlertEvents.Stored(alert.events().getFirst(), "{\"host\":{\"name\":\"dc01\"}}")), file.alerts().events("a1", 10));
    }

    @Test void aVariantIsDecidedWhenAllItsAlertsAreAndReopenedByANewOne() throws Exception {
        Variant one = new Variant("v1", "a → b");
        long run = run("r1");
        save(run, Samples.alert("a", "r1", 1).like(one), Samples.alert("b", "r1", 2).like(one), Samples.alert("c", "r1", 3).like(new Variant("v2", "c")),
                Samples.alert("d", "r1", 4));
        assertEquals(new VariantCount(3, 0), file.alerts().counts().variants());
        file.decisions().decide(List.of("a", "b", "d"), CLOSED, "me", 9);
        assertEquals(new VariantCount(3, 2), file.alerts().counts().variants());
        save(run, Samples.alert("e", "r1", 5).like(one));
        assertEquals(new VariantCount(3, 1), file.alerts().counts().variants());
        assertEquals(Optional.of(one), file.alerts().find("e").map(Alert::variant));
    }

    @Test void theListHasWhatATableShowsWhateverTheTextsHold() throws Exception {
        Alert plain = Samples.alert("a", "r1", Time.NONE).like(new Variant("v1", "a → b"));
        Alert odd = new Alert("b", plain.rule(), 7, plain.severity(), false, OptionalInt.empty(), Status.OPEN, Optional.empty(), List.of(), List.of("TA0003"), Optional.empty(),
                Optional.of("o'b\u00e4r"), "A \u001f hostile \u001e sentence, \u20ac", List.of(new EventReference(1, "a.evtx", "", 5), new EventReference(2, "b.zip", "c,]\"x", 6),
                        new EventReference(3, "a.evtx", "", 8)),
                Map.of(), 3, true, List.of("t1", "t2"));
        for (List<Alert> alerts : List.of(List.of(plain), List.of(plain, odd))) {
            save(run("r1"), alerts.toArray(Alert[]::new));
            List<Alert> listed = file.alerts().listed();
            assertEquals(alerts.stream().map(Alert::id).toList(), listed.stream().map(Alert::id).toList());
            for (int i = 0; i < alerts.size(); i++) {
                Alert stored = file.alerts().find(alerts.get(i).id()).orElseThrow();
                Alert shown = listed.get(i);
                assertEquals(
                        List.of(stored.rule(), stored.time(), stored.severity(), stored.risk(), stored.host(), stored.user(), stored.summary(), stored.techniques(), stored.tags(),
                                stored.variant(), stored.count()),
                        List.of(shown.rule(), shown.time(), shown.severity(), shown.risk(), shown.host(), shown.user(), shown.summary(),
                                shown.techniques(), shown.tags(), shown.variant(), shown.count()));
            }
        }
        assertEquals(List.of(new EventReference(2, "b.zip", "c,]\"x", 6), new EventReference(3, "a.evtx", "", 8)), file.alerts().listed().getLast().events());
    }

    @Test void alertsOfAnOlderCaseGetTheirVariants() throws Exception {
        Alert alert = Samples.alert("a", "r1", 1);
        save(run("r1"), alert);
        file.close();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.spoor")); var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE alert SET variant = '', places = '[]'");
            statement.executeUpdate("DELETE FROM variant");
            Variants.fill(connection);
        }
        file = CaseFile.open(folder.resolve("a.spoor"), Access.WRITE);
        Alert now = file.alerts().find("a").orElseThrow();
        assertEquals(dev.spoor.triage.VariantShape.of("r1", List.of(new dev.spoor.triage.AlertFields(Json.tree("{\"host\":{\"name\":\"dc01\"}}"), alert.values()))), now.variant());
        assertEquals(alert.events(), file.alerts().listed().getFirst().events());
    }

    @Test void alertsAreOrderedByTimeRuleAndId() throws Exception {
        save(run("r1", "r2"), Samples.alert("d", "r2", 100), Samples.alert("c", "r1", 100), Samples.alert("b", "r1", 100), Samples.alert("a", "r1", 200),
                Samples.alert("e", "r2", Time.NONE));
        assertEquals(List.of("e", "b", "c", "d", "a"), file.alerts().list().stream().map(Alert::id).toList());
        assertEquals(Map.of("r1", 3L, "r2", 2L), file.alerts().countByRule());
        assertEquals(new AlertCounts(5, 5, file.alerts().counts().variants()), file.alerts().counts());
    }

    @Test void aSecondRunKeepsWhatWasDecided() throws Exception {
        save(run("r1"), Samples.alert("a1", "r1", 100));
        file.decisions().decide(List.of("a1"), CLOSED, "ann", 7);
        file.decisions().assign("a1", "bob", "ann", 8);
        long second = run("r1");
        save(second, Samples.alert("a1", "r1", 100));
        assertEquals(0, file.alerts().markMissing(second, List.of("r1")));

        Alert kept = file.alerts().find("a1").orElseThrow();
        assertEquals(Status.CLOSED, kept.status());
        assertEquals(Optional.of(Reason.FALSE_POSITIVE), kept.reason());
        assertEquals(List.of("change-17"), kept.tags());
        assertTrue(kept.reproduced());
        assertEquals(Optional.of("bob"), file.decisions().assignee("a1"));
        assertEquals(List.of(new Note(Note.Kind.ALERT, "a1", 7, "ann", "planned change")), file.notes().about(Note.Kind.ALERT, "a1"));
        assertEquals(List.of(kept), file.alerts().ofRun(second));
    }

    @Test void anAlertNoLongerProducedIsMarkedAndComesBack() throws Exception {
        save(run("r1", "r2"), Samples.alert("a1", "r1", 100), Samples.alert("a2", "r1", 100), Samples.alert("b1", "r2", 100));
        long second = run("r1");
        save(second, Samples.alert("a1", "r1", 100));
        assertEquals(1, file.alerts().markMissing(second, List.of("r1")));
        assertTrue(file.alerts().find("a1").orElseThrow().reproduced());
        assertFalse(file.alerts().find("a2").orElseThrow().reproduced());
        assertTrue(file.alerts().find("b1").orElseThrow().reproduced(), "its rule was not run");
        save(run("r1"), Samples.alert("a2", "r1", 100));
        assertTrue(file.alerts().find("a2").orElseThrow().reproduced());
    }

    @Test void decisionsAreInTheJournal() throws Exception {
        save(run("r1"), Samples.alert("a1", "r1", 100), Samples.alert("a2", "r1", 100));
        file.decisions().decide(List.of("a1", "a2"), CLOSED, "ann", 7);
        assertEquals(List.of("open -> closed (false_positive); tags: change-17; note: planned change"),
                file.journal().about("a2").stream().map(line -> line.act().detail()).toList());
        assertEquals(Optional.empty(), file.journal().verify());
    }

    @Test void oneUnknownAlertAndNothingIsDecided() throws Exception {
        save(run("r1"), Samples.alert("a1", "r1", 100));
        StoreException failure = assertThrows(StoreException.class, () -> file.decisions().decide(List.of("a1", "nope"), CLOSED, "ann", 7));
        assertEquals("The case has no alert 'nope'. Nothing was decided.", failure.getMessage());
        assertEquals(Status.OPEN, file.alerts().find("a1").orElseThrow().status());
        assertEquals(List.of(), file.journal().list());
        assertEquals(List.of(), file.notes().list());
    }

    @Test void rulesAreKeptWordForWordWithWhatTheyCost() throws Exception {
        Fidelity approximate = new Fidelity(Fidelity.Status.APPROXIMATE, List.of("lookup geo_ip is empty"));
        long run = file.runs().begin(5, List.of(new RuleRun.Planned(Samples.rule("r1"), Fidelity.EXACT), new RuleRun.Planned(Samples.rule("r2"), approximate)));
        assertEquals(Optional.empty(), file.runs().last());
        file.runs().finish(run, 9, 3, List.of(new RuleRun.Outcome("r2", 1_000, 3)));
        assertEquals(Optional.of(new Run(1, 5, 9, 2, 3)), file.runs().last());
        assertEquals(List.of(new RuleRun(1, Samples.rule("r1"), Fidelity.EXACT, 0, 0), new RuleRun(1, Samples.rule("r2"), approximate, 1_000, 3)),
                file.runs().rules(run));
        run("r1");
        assertEquals(List.of(2L, 1L), file.runs().newest().stream().map(RuleRun::run).toList());
        assertEquals(Map.of("exact", 1L, "approximate", 1L), file.runs().countByFidelity());
        assertEquals(2, file.runs().find("r1").orElseThrow().run());
        assertFalse(file.runs().list().getLast().complete());
    }

    @Test void exceptionsAreKeptWithTheirUse() throws Exception {
        ExceptionItem item = new ExceptionItem("x1", "r1", "Patching", List.of(new Entry("process.name", Entry.Operator.IS_ONE_OF, true, List.of("a", "b"), true),
                new Entry("user.name", Entry.Operator.EXISTS, false, List.of(), false)), "ticket 17", "ann", 9, Optional.of(99L), true);
        file.exceptions().add(item, "added: Patching");
        assertThrows(StoreException.class, () -> file.exceptions().add(item, "again"));
        assertEquals(List.of(item), file.exceptions().list());
        file.exceptions().recordUse(Map.of("x1", new ExceptionStore.Use(3, 50), "gone", new ExceptionStore.Use(1, 1)));
        file.exceptions().recordUse(Map.of("x1", new ExceptionStore.Use(2, 40)));
        assertEquals(Map.of("x1", new ExceptionStore.Use(5, 50)), file.exceptions().uses());
        file.exceptions().enable("x1", false, "ann", 10);
        assertFalse(file.exceptions().find("x1").orElseThrow().enabled());
        file.exceptions().remove("x1", "ann", 11);
        assertEquals(List.of(), file.exceptions().list());
        assertEquals(List.of("added: Patching", "switched exception 'Patching' (x1) off", "removed exception 'Patching' (x1)"),
                file.journal().about("r1").stream().map(line -> line.act().detail().replaceAll(" \\[exception x1, .*]$", "")).toList());
        assertEquals(List.of(Stamp.of(item), Stamp.of(item.switched(false)), Stamp.gone("exception", "x1")),
                file.journal().about("r1").stream().map(line -> Stamp.read(line.act().detail()).orElseThrow()).toList());
    }
}
