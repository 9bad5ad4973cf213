package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the preview of an exception says is what the next run does. */
class ExceptionPreviewTest {
    private static final String EVENTS = """
            {"@timestamp":"2024-05-02T01:00:00Z","event":{"code":"9001"},"host":{"name":"wks-114","ip":["10.20.4.11","fe80::11"]},"user":{"name":"a.lund"},"process":{"name":"Setup.exe","args":["/q","/norestart"],"pid":4711}}
            {"@timestamp":"2024-05-02T01:01:00Z","event":{"code":"9001"},"host":{"name":"wks-114","ip":["10.20.4.11"]},"user":{"name":"A.Lund"},"process":{"name":"setup.exe","args":["/q"],"pid":4712}}
            {"@timestamp":"2024-05-02T01:02:00Z","event":{"code":"9001"},"host":{"name":"wks-097"},"process":{"name":"setup*.exe","args":[],"pid":4713}}
            {"@timestamp":"2024-05-02T01:03:00Z","event":{"code":"9001"},"host":{"name":"wks-097"},"user":{"name":""},"process":{"name":null,"executable":"C:\\\\Program Files\\\\NWF\\\\setup.exe"}}
            {"@timestamp":"2024-05-02T01:04:00Z","event":{"code":"9001"},"user":{"name":["a.lund","k.mori"]},"process":{"name":"setup.exe","pid":4715}}
            {"@timestamp":"2024-05-02T01:05:00Z","event":{"code":"9001"},"host":{"name":["wks-114","wks-115"]},"labels":{"a":1,"b":true},"process":{"pid":"4711"}}
            {"event":{"code":"9001"},"host":{"name":"wks-118"},"user":{"name":"k.mori"},"process":{"name":"SETUP.EXE"}}
            {"@timestamp":"2024-05-02T01:07:00Z","event":{"code":"9002"},"host":{"name":"wks-118"},"user":{"name":"k.mori"}}
            """;
    private static final int ROUNDS = 20;
    private static final List<ExceptionScope> SCOPES = List.of(ExceptionScope.RULE, ExceptionScope.RULE, ExceptionScope.ALL,
            new ExceptionScope(ExceptionScope.Kind.TAG, List.of("Tactic: Test")), new ExceptionScope(ExceptionScope.Kind.TECHNIQUE, List.of("T1003")),
            new ExceptionScope(ExceptionScope.Kind.RULES, List.of("0b9a5f0e-2b7c-4f4e-9a52-0c8d5e3f1a02", "0b9a5f0e-2b7c-4f4e-9a52-0c8d5e3f1a05")));
    private static final Map<String, String> RULES = Map.of(
            "events.toml", elastic("0b9a5f0e-2b7c-4f4e-9a52-0c8d5e3f1a01", "kuery", "event.code : (9001 or 4738 or 4688)"),
            "lucene.toml", elastic("0b9a5f0e-2b7c-4f4e-9a52-0c8d5e3f1a02", "lucene", "event.code:9001 AND host.name:wks*"),
            "rows.yml",
            splunk("0b9a5f0e-2b7c-4f4e-9a52-0c8d5e3f1a03", "EventCode=4624 | stats count min(_time) as firstTime values(IpAddress) as address by Computer, TargetUserName"),
            "found.yml", splunk("0b9a5f0e-2b7c-4f4e-9a52-0c8d5e3f1a04", "EventCode=4738 | where isnotnull(TargetUserName)"),
            "named.yml", splunk("0b9a5f0e-2b7c-4f4e-9a52-0c8d5e3f1a05", "EventCode=4876 | eval who=lower(SubjectUserName) | table Computer, who, BackupType"));
    private final Random random = new Random(20240502);
    @TempDir Path folder;
    private Path rules;
    private Investigation investigation;
    private List<Alert> produced;

    private static String elastic(String id, String language, String query) {
        return """
                [metadata]
                maturity = "production"
                [rule]
                name = "Test %s"
                rule_id = "%s"
                description = "d"
                risk_score = 21
                severity = "low"
                tags = ["Tactic: Test"]
                type = "query"
                language = "%s"
                query = '''%s'''
                [[rule.threat]]
                framework = "MITRE ATT&CK"
                [rule.threat.tactic]
                id = "TA0006"
                name = "Credential Access"
                reference = "https://attack.mitre.org/tactics/TA0006/"
                [[rule.threat.technique]]
                id = "T1003"
                name = "OS Credential Dumping"
                reference = "https://attack.mitre.org/techniques/T1003/"
                """.formatted(language, id, language, query);
    }

    private static String splunk(String id, String search) {
        return "name: Test rows\nid: %s\nversion: 1\ndate: '2024-05-02'\nauthor: t\nstatus: production\ntype: Anomaly\ndescription: d\nsearch: '%s'\n".formatted(id, search);
    }

    @BeforeEach void aCaseWithAlerts() throws IOException, WorkbenchException {
        List<Path> logs = new ArrayList<>(List.of(Files.writeString(folder.resolve("wks.ndjson"), EVENTS)));
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            logs.add(Files.write(folder.resolve(log.getKey()), log.getValue()));
        }
        rules = Files.createDirectories(folder.resolve("rules"));
        for (Map.Entry<String, String> rule : RULES.entrySet()) {
            Files.writeString(rules.resolve(rule.getKey()), rule.getValue());
        }
        investigation = new Workbench().openOrCreate(folder.resolve("case.spoor"));
        investigation.load(logs, LoadOptions.DEFAULT, Job.SILENT);
        produced = investigation.detect(List.of(rules), Job.SILENT);
        assertEquals(RULES.size(), produced.stream().map(alert -> alert.rule().id()).distinct().count(), "every rule fires");
    }

    @AfterEach void close() throws WorkbenchException {
        investigation.close();
    }

    private static Set<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ExceptionItem item(String id, Alert alert, Entry[] entries, ExceptionScope scope) {
        return new ExceptionItem(id, alert.rule().id(), id, List.of(entries), "why", "tester", Time.parse("2024-05-03"), Optional.empty(), true, scope);
    }

    private static ExceptionItem item(String id, Alert alert, Entry... entries) {
        return new ExceptionItem(id, alert.rule().id(), id, List.of(entries), "why", "tester", Time.parse("2024-05-03"), Optional.empty(), true);
    }

    @Test void thePreviewIsWhatTheNextRunDoes() throws WorkbenchException {
        int hiding = 0;
        int lists = 0;
        Set<String> kinds = new TreeSet<>();
        Set<String> before = ids(produced);
        for (int round = 0; round < ROUNDS; round++) {
            String rule = "a0" + (1 + round % RULES.size());
            List<Alert> ofRule = produced.stream().filter(one -> one.rule().id().endsWith(rule)).toList();
            List<ExceptionItem> items = new ArrayList<>();
            ExceptionScope scope = SCOPES.get(random.nextInt(SCOPES.size()));
            for (int i = 0; i <= random.nextInt(3); i++) {
                Alert alert = ofRule.get(random.nextInt(ofRule.size()));
                items.add(item("e" + i, alert, !alert.values().isEmpty() && random.nextBoolean() ? ofEvent(alert) : entries(alert, round), scope));
            }
            Suppressed preview = investigation.preview(items);
            investigation.saveExceptions(items, List.of());
            Set<String> after = ids(investigation.detect(List.of(rules), Job.SILENT));
            Set<String> gone = new TreeSet<>(before);
            gone.removeAll(after);
            assertEquals(gone, ids(preview.alerts()), items.toString());
            assertEquals(after.stream().filter(id -> !before.contains(id)).count(), preview.appearing(), items.toString());
            assertEquals(gone.isEmpty() && preview.appearing() == 0, !preview.causes().isEmpty(), items.toString());
            assertEquals(preview.of() - gone.size(), preview.staying().size() + timeless(preview, items), items.toString());
            hiding += gone.isEmpty() ? 0 : 1;
            lists += !gone.isEmpty() && items.stream().flatMap(one -> one.entries().stream()).anyMatch(entry -> entry.list().isPresent()) ? 1 : 0;
            if (gone.stream().map(id -> produced.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().rule().id()).distinct().count() > 1) {
                kinds.add(scope.kind().word());
            }
            for (ExceptionItem item : items) {
                investigation.removeException(item.id());
            }
        }
        assertTrue(hiding > ROUNDS / 4, hiding + " exceptions hid something");
        assertTrue(lists > 0, lists + " exceptions with lists hid something");
        assertTrue(!kinds.isEmpty(), "exceptions hid alerts of several rules: " + kinds);
    }

    /** Alerts without a time have no place in the picture over time. */
    private long timeless(Suppressed preview, List<ExceptionItem> items) {
        Set<String> gone = ids(preview.alerts());
        Map<String, Rule> known = rulesById();
        return produced.stream()
                .filter(alert -> alert.time() == Time.NONE && !gone.contains(alert.id()) && items.stream().anyMatch(item -> item.covers(known.get(alert.rule().id()))))
                .count();
    }

    private Map<String, Rule> rulesById() {
        try {
            return investigation.rules().stream().map(RuleState::rule).collect(Collectors.toMap(Rule::id, one -> one));
        } catch (WorkbenchException e) {
            throw new AssertionError(e);
        }
    }

    @Test void anAlertThatLosesSomeOfItsEventsComesBackAsAnotherOne() throws WorkbenchException {
        Alert row = produced.stream().filter(alert -> alert.rule().id().endsWith("a03") && alert.count() > 1).findFirst().orElseThrow();
        List<EventDocument> events = investigation.details(row.id()).events();
        Map<String, List<String>> first = events.getFirst().source();
        String field = first.keySet().stream().filter(name -> !first.get(name).equals(events.get(1).source().get(name))).findFirst().orElseThrow();
        ExceptionItem item = item("part", row, new Entry(field, Entry.Operator.IS, false, List.of(first.get(field).getFirst()), false));
        Suppressed preview = investigation.preview(item);
        assertEquals(Set.of(row.id()), ids(preview.alerts()));
        assertEquals(1, preview.events());
        assertEquals(1, preview.appearing());
        investigation.addException(item);
        Set<String> after = ids(investigation.detect(List.of(rules), Job.SILENT));
        assertFalse(after.contains(row.id()));
        assertEquals(produced.size(), after.size());
        assertEquals(1, investigation.exceptionUses().get("part").hits());
    }

    /** Asks for a field of one of the events behind a row: the row loses this event and those like it. */
    private Entry[] ofEvent(Alert alert) throws WorkbenchException {
        Map<String, List<String>> fields = investigation.details(alert.id()).events().getFirst().fields();
        String field = List.copyOf(fields.keySet()).get(random.nextInt(fields.size()));
        return new Entry[] {new Entry(field, Entry.Operator.IS, false, List.of(fields.get(field).getFirst()), false)};
    }

    private Entry[] entries(Alert alert, int round) throws WorkbenchException {
        FieldChoices choices = investigation.fieldChoices(alert.id());
        Entry[] entries = new Entry[1 + random.nextInt(3)];
        for (int i = 0; i < entries.length; i++) {
            FieldChoice field = choices.fields().get(random.nextInt(choices.fields().size()));
            String value = field.top().isEmpty() ? "x" : field.top().get(random.nextInt(field.top().size())).value();
            boolean ignoreCase = random.nextBoolean();
            String name = random.nextInt(12) == 0 ? "no.such.field" : field.field();
            Entry.Operator operator = Entry.Operator.values()[random.nextInt(Entry.Operator.values().length)];
            entries[i] = entry(name, operator, random.nextInt(4) == 0, value, ignoreCase, "list" + round + "." + i);
        }
        return entries;
    }

    /** An entry that an event with the value satisfies, or not where it is negated. A list is made. */
    private Entry entry(String field, Entry.Operator operator, boolean negated, String value, boolean ignoreCase, String list) throws WorkbenchException {
        return switch (operator) {
            case IS -> new Entry(field, operator, negated, List.of(ignoreCase ? value.toUpperCase(Locale.ROOT) : value), ignoreCase);
            case IS_ONE_OF -> new Entry(field, operator, negated, List.of(value, "other"), ignoreCase);
            case EXISTS -> new Entry(field, operator, negated, List.of(), false);
            case MATCHES -> new Entry(field, operator, negated, List.of(value.substring(0, value.length() / 2) + "*"), ignoreCase);
            case IS_IN_LIST -> {
                ValueList made = list(list, value, ignoreCase);
                investigation.saveValueList(made);
                yield Entry.inList(field, negated, new Entry.ListName(made.id(), made.type()), ignoreCase);
            }
            case IN_NETWORK -> new Entry(field, operator, negated, List.of(ValueList.network(value) ? value : "192.0.2.0/24", "192.0.2.7-192.0.2.9"), false);
            case NESTED -> {
                int dot = field.lastIndexOf('.');
                Entry inner = new Entry(field.substring(dot + 1), Entry.Operator.IS, negated, List.of(value), ignoreCase);
                yield Entry.nested(dot < 0 ? field : field.substring(0, dot), List.of(inner));
            }
        };
    }

    private ValueList list(String id, String value, boolean ignoreCase) {
        List<ValueList> lists = new ArrayList<>();
        for (ValueList.Type type : ValueList.Type.values()) {
            String written = ignoreCase ? value.toUpperCase(Locale.ROOT) : value;
            String first = type == ValueList.Type.IP_RANGE ? value + "-" + value : written;
            ValueList list = new ValueList(id, type, List.of(first, type.word().startsWith("ip") ? "192.0.2.1" : "other"), "tester", 1);
            if (list.problem().isEmpty() || first.isEmpty()) {
                lists.add(list.problem().isEmpty() ? list : new ValueList(id, ValueList.Type.KEYWORD, List.of("other"), "tester", 1));
            }
        }
        if (lists.isEmpty()) {
            return new ValueList(id, ValueList.Type.KEYWORD, List.of("other"), "tester", 1);
        }
        return lists.get(random.nextInt(lists.size()));
    }

    @Test void anEventThatLacksAFieldIsNeverHidden() throws WorkbenchException {
        int tried = 0;
        for (Alert alert : produced.stream().filter(one -> one.rule().id().endsWith("a01")).limit(5).toList()) {
            FieldChoices choices = investigation.fieldChoices(alert.id());
            List<FieldChoice> lacking = choices.fields().stream().filter(field -> field.values().isEmpty()).limit(2).toList();
            for (FieldChoice field : lacking) {
                for (Entry.Operator operator : Entry.Operator.values()) {
                    for (boolean negated : operator == Entry.Operator.EXISTS ? new boolean[] {false} : new boolean[] {false, true}) {
                        Entry[] entries = {entry(field.field(), operator, negated, field.top().getFirst().value(), negated, "lacking")};
                        ExceptionItem item = item("e", alert, entries, tried % 20 == 0 ? ExceptionScope.ALL : ExceptionScope.RULE);
                        assertFalse(ids(investigation.preview(item).alerts()).contains(alert.id()), item.toString());
                        tried++;
                    }
                }
            }
        }
        assertTrue(tried > 30, tried + " exceptions");
    }

    @Test void aPreviewOfNothingSaysWhy() throws WorkbenchException {
        Alert alert = produced.stream().filter(one -> one.rule().id().endsWith("a01") && one.host().equals(Optional.of("wks-097"))).findFirst().orElseThrow();
        Entry host = new Entry("host.name", Entry.Operator.IS, false, List.of("wks-097"), false);
        Entry missing = new Entry("no.such.field", Entry.Operator.IS, true, List.of("x"), false);
        Entry never = new Entry("host.name", Entry.Operator.IS, false, List.of("wks-1"), false);
        Entry other = new Entry("host.name", Entry.Operator.IS, false, List.of("wks-118"), false);
        assertEquals(List.of(), investigation.preview(item("e", alert, host)).causes());
        assertEquals(why(NothingVanishes.Reason.FIELD_MISSING, "no.such.field"), investigation.preview(item("e", alert, host, missing)).causes());
        assertEquals(why(NothingVanishes.Reason.CONDITION_NEVER_HOLDS, "host.name is 'wks-1'"), investigation.preview(item("e", alert, never)).causes());
        assertEquals(why(NothingVanishes.Reason.NEVER_TOGETHER), investigation.preview(item("e", alert, host, other)).causes());
        assertEquals(why(NothingVanishes.Reason.SWITCHED_OFF), investigation.preview(item("e", alert, host).switched(false)).causes());
        ExceptionItem over = new ExceptionItem("e", alert.rule().id(), "e", List.of(host), "", "tester", 1, Optional.of(2L), true);
        assertEquals(why(NothingVanishes.Reason.EXPIRED), investigation.preview(over).causes());
        investigation.addException(item("first", alert, host));
        assertEquals(why(NothingVanishes.Reason.KEPT_AWAY_ALREADY, "first"), investigation.preview(item("e", alert, host)).causes());
        investigation.detect(List.of(rules), Job.SILENT);
        assertEquals(why(NothingVanishes.Reason.KEPT_AWAY_ALREADY, "first"), investigation.preview(item("e", alert, host)).causes());
        ExceptionItem nowhere = item("e", alert, new Entry[] {host}, new ExceptionScope(ExceptionScope.Kind.TAG, List.of("none")));
        assertEquals(why(NothingVanishes.Reason.NO_RULES), investigation.preview(nowhere).causes());
    }

    private static List<NothingVanishes> why(NothingVanishes.Reason reason, String... names) {
        return List.of(new NothingVanishes(reason, List.of(names)));
    }

    @Test void aListIsLookedUpAtEachRunAndItsChangesAreInTheJournal() throws WorkbenchException {
        Alert alert = produced.stream().filter(one -> one.rule().id().endsWith("a01") && one.host().equals(Optional.of("wks-097"))).findFirst().orElseThrow();
        investigation.saveValueList(new ValueList("hosts", ValueList.Type.KEYWORD, List.of("wks-118"), "tester", 1));
        ExceptionItem item = item("e", alert, Entry.inList("host.name", false, new Entry.ListName("hosts", ValueList.Type.KEYWORD), false));
        investigation.addException(item);
        assertEquals(1, investigation.preview(item).alerts().size());
        ValueList more = new ValueList("hosts", ValueList.Type.KEYWORD, List.of("wks-118", "wks-097"), "tester", 1);
        assertEquals(3, investigation.preview(more).alerts().size());
        investigation.saveValueList(more);
        assertEquals("changed: 1 values added ('wks-097'), 0 removed, now 2", investigation.journal().getLast().detail().replaceFirst(" \\[list hosts, .*", ""));
        assertEquals(produced.size() - 3, investigation.detect(List.of(rules), Job.SILENT).size());
        assertEquals(List.of("wks-118", "wks-097"), investigation.exceptions().getFirst().entries().getFirst().values());
        assertTrue(assertThrows(WorkbenchException.class, () -> investigation.removeValueList("hosts")).getMessage().contains("is used by the exceptions 'e'"));
        ExceptionItem unknown = item("x", alert, Entry.inList("host.name", false, new Entry.ListName("gone", ValueList.Type.KEYWORD), false));
        assertTrue(assertThrows(WorkbenchException.class, () -> investigation.addException(unknown)).getMessage().contains("no value list 'gone'"));
        ExceptionItem wrong = item("x", alert, Entry.inList("host.name", false, new Entry.ListName("hosts", ValueList.Type.IP), false));
        assertTrue(assertThrows(WorkbenchException.class, () -> investigation.preview(wrong)).getMessage().contains("is of type keyword, not ip"));
    }

    @Test void aDeletedExceptionComesBackWithWhatItDid() throws WorkbenchException {
        Alert alert = produced.stream().filter(one -> one.rule().id().endsWith("a01")).findFirst().orElseThrow();
        ExceptionItem item = item("e", alert, new Entry[] {new Entry("host.name", Entry.Operator.EXISTS, false, List.of(), false)}, ExceptionScope.ALL).switched(true);
        investigation.addException(item);
        investigation.detect(List.of(rules), Job.SILENT);
        ExceptionUse use = investigation.exceptionUses().get("e");
        investigation.removeException("e");
        investigation.restoreException(item, use);
        assertEquals(List.of(item), investigation.exceptions());
        assertEquals(use, investigation.exceptionUses().get("e"));
        assertTrue(use.hits() > 8);
    }

    @Test void aRuleWithoutAlertsOffersTheFieldsOfTheCase() throws WorkbenchException {
        FieldChoices ofCase = investigation.ruleFieldChoices("no-such-rule");
        assertEquals(FieldChoices.Source.CASE, ofCase.source());
        FieldChoice host = ofCase.fields().stream().filter(one -> one.field().equals("host.name")).findFirst().orElseThrow();
        assertTrue(host.distinct() > 3 && host.top().stream().anyMatch(top -> top.value().equals("wks-114") && top.count() > 1));
        List<Alert> two = produced.stream().filter(one -> one.rule().id().endsWith("a01") && one.host().filter(name -> name.equals("wks-097")).isPresent()).toList();
        FieldChoices chosen = investigation.fieldChoices(two.stream().map(Alert::id).toList());
        assertEquals(FieldChoices.Source.SELECTION, chosen.source());
        assertEquals(2, chosen.of());
        assertEquals(List.of(new FieldChoice.Top("wks-097", 2)), chosen.fields().stream().filter(one -> one.field().equals("host.name")).findFirst().orElseThrow().top());
        assertEquals(Set.copyOf(ids(two)), ids(investigation.preview(new ExceptionItem("e", two.getFirst().rule().id(), "e",
                investigation.suggestException(two.stream().map(Alert::id).toList()).entries(), "", "t", 1, Optional.empty(), true)).alerts()));
    }

    @Test void thePreviewIsSplitByDecision() throws WorkbenchException {
        List<Alert> alerts = produced.stream().filter(alert -> alert.rule().id().endsWith("a01")).toList();
        investigation.decide(List.of(alerts.get(0).id()), new Decision(Status.CLOSED, Optional.of(Reason.TRUE_POSITIVE), "", List.of()));
        investigation.decide(List.of(alerts.get(1).id()), new Decision(Status.CLOSED, Optional.of(Reason.DUPLICATE), "", List.of()));
        investigation.decide(List.of(alerts.get(2).id()), new Decision(Status.ACKNOWLEDGED, Optional.empty(), "", List.of()));
        Suppressed preview = investigation.preview(item("e", alerts.getFirst(), new Entry("event.code", Entry.Operator.EXISTS, false, List.of(), false)));
        assertTrue(preview.hidesTruePositive());
        assertEquals(alerts.size(), preview.alerts().size());
        assertEquals(alerts.size(), preview.of());
        assertEquals(List.of(Suppressed.Decided.TRUE_POSITIVE, Suppressed.Decided.OPEN, Suppressed.Decided.ACKNOWLEDGED, Suppressed.Decided.OTHER),
                List.copyOf(preview.byDecision().keySet()));
        assertEquals(alerts.size() - 2, preview.notClosed().size());
        assertEquals(2L, preview.hosts().get("wks-097"));
    }

    @Test void whatAnExceptionKeptAwayIsCounted() throws WorkbenchException {
        Alert event = produced.stream().filter(alert -> alert.rule().id().endsWith("a01") && alert.host().equals(Optional.of("wks-097"))).findFirst().orElseThrow();
        Alert row = produced.stream().filter(alert -> alert.rule().id().endsWith("a03")).findFirst().orElseThrow();
        ExceptionItem onEvents = item("on-events", event, new Entry("host.name", Entry.Operator.IS, false, List.of("WKS-097"), true));
        ExceptionItem onRow = item("on-row", row, new Entry("TargetUserName", Entry.Operator.IS, false, List.of(row.values().get("TargetUserName").toString()), false));
        investigation.saveExceptions(List.of(onEvents, onRow), List.of());
        long rows = investigation.preview(onRow).events();
        investigation.detect(List.of(rules), Job.SILENT);
        Map<String, ExceptionUse> uses = investigation.exceptionUses();
        assertEquals(new ExceptionUse(2, Time.parse("2024-05-02T01:03:00Z")), uses.get("on-events"));
        assertEquals(rows, uses.get("on-row").hits());
        assertTrue(uses.get("on-row").last() > Time.parse("2024-04-01"));
    }

    @Test void aChangedExceptionKeepsItsUseAndTheJournalTellsOfIt() throws WorkbenchException {
        Alert alert = produced.stream().filter(one -> one.rule().id().endsWith("a01")).findFirst().orElseThrow();
        investigation.addException(item("e", alert, new Entry("host.name", Entry.Operator.IS, false, List.of("wks-097"), false)));
        investigation.detect(List.of(rules), Job.SILENT);
        ExceptionItem changed = item("e", alert, new Entry("host.name", Entry.Operator.IS, false, List.of("wks-118"), false));
        assertEquals(1, investigation.preview(changed).alerts().size());
        investigation.saveExceptions(List.of(changed), List.of());
        assertEquals(2, investigation.exceptionUses().get("e").hits());
        assertEquals(List.of(changed), investigation.exceptions());
        assertTrue(investigation.journal().getLast().detail().contains("wks-118") && investigation.journal().getLast().detail().contains("Comment: why"));
        investigation.enableException("e", false);
        assertEquals(produced.size(), investigation.detect(List.of(rules), Job.SILENT).size());
    }
}
