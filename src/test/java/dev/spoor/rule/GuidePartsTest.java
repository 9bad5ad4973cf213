package dev.spoor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A guide is taken apart into what is read and what is done. */
class GuidePartsTest {
    private static final String SEARCH = "!{investigate{\"label\":\"Same user\",\"providers\":[[{\"field\":\"user.name\",\"value\":\"{{user.name}}\"}]]}}";

    private static Rule rule(List<Labelled> labels, GuideSection... guide) {
        return new Rule("r1", false, "Odd", RuleOrigin.ELASTIC, "toml", "r1.toml", "", "query", "kql", "x", "1", "", Severity.HIGH, false, OptionalInt.empty(), List.of(),
                Schedule.NONE,
                List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of(guide), Optional.empty(), labels, Map.of(), false);
    }

    private static String shape(GuidePart part) {
        return switch (part) {
            case GuidePart.Prose prose -> "prose " + prose.title() + ": " + prose.markdown().replace('\n', '⏎');
            case GuidePart.Task task -> task.kind() + " " + task.text().replace('\n', '⏎') + " " + task.steps().size();
        };
    }

    private static List<String> shapes(String markdown) {
        return GuideParts.of(rule(List.of(), new GuideSection("Triage", markdown))).stream().map(GuidePart.class::cast).map(GuidePartsTest::shape).toList();
    }

    @Test void itemsOfOutermostListsAreTasks() {
        assertEquals(List.of("prose Triage: ### What happened⏎⏎Text.⏎⏎### Steps", "INVESTIGATION Look at **a**.⏎- inner⏎  more⏎lazy 0", "INVESTIGATION Second 0"),
                shapes("### What happened\n\nText.\n\n### Steps\n\n- Look at **a**.\n  - inner\n    more\nlazy\n- Second\n"));
        assertEquals(List.of("prose Triage: ", "INVESTIGATION one 0", "INVESTIGATION two⏎⏎still two 0", "prose : after"), shapes("1. one\n2. two\n\n   still two\n\nafter"));
    }

    @Test void searchesBelongToTheTaskBeforeThem() {
        assertEquals(List.of("prose Triage: ", "INVESTIGATION Who? 2", "INVESTIGATION What? 0"), shapes("- Who?\n  - " + SEARCH + "\n- " + SEARCH + "\n- What?"));
        assertEquals(List.of("prose Triage: Text", "INVESTIGATION Same user 1"), shapes("Text\n\n" + SEARCH));
    }

    @Test void falsePositivesAndSetupAreOnlyReadAndTheResponseIsForLater() {
        assertEquals(List.of("prose Triage: ### False positive analysis⏎⏎- Often seen.⏎⏎### Response and remediation", "RESPONSE Isolate. 0"),
                shapes("### False positive analysis\n\n- Often seen.\n\n### Response and remediation\n\n- Isolate."));
    }

    @Test void itemsInsideCodeAreNone() {
        assertEquals(List.of("prose Triage: ```⏎- a⏎# b⏎```"), shapes("```\n- a\n# b\n```"));
    }

    @Test void drillDownsFollow() {
        List<Labelled> labels = List.of(new Labelled("drilldown_searches[0].name", List.of("Of $dest$")), new Labelled("drilldown_searches[0].search", List.of("search x")));
        assertEquals(List.of("SEARCH Of $dest$ 1"), GuideParts.of(rule(labels)).stream().map(GuidePartsTest::shape).toList());
    }

    @Test void theKeyOfATaskIsThatOfItsWords() {
        List<GuidePart.Task> tasks = GuideParts.tasks(rule(List.of(), new GuideSection("Triage", "- a\n- b\n- a")));
        List<GuidePart.Task> moved = GuideParts.tasks(rule(List.of(), new GuideSection("Other", "- b\n- a")));
        assertEquals(tasks.get(0).key(), moved.get(1).key());
        assertEquals(tasks.get(1).key(), moved.get(0).key());
        assertNotEquals(tasks.get(0).key(), tasks.get(2).key());
        assertEquals(16, tasks.getFirst().key().length());
    }
}
