package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.Entry.Operator;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.rule.exchange.ExchangeForm;
import dev.spoor.rule.exchange.WrittenExceptions;
import dev.spoor.triage.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions that leave a case in another tool's form and come back keep the same alerts away. */
class ExceptionTransferTest {
    private static final int ITEMS = 50;
    private static final String EVENT =
            "{\"@timestamp\":\"2024-05-02T01:%02d:%02dZ\",\"event\":{\"code\":\"9001\",\"category\":\"process\"},\"host\":{\"name\":\"%s\",\"ip\":[%s]},"
                    + "\"user\":{\"name\":\"%s\"},\"process\":{\"name\":\"%s\",\"executable\":\"%s\",\"pid\":%d}%s}\n";
    private static final List<String> HOSTS = List.of("wks-114", "wks-120", "WKS-120", "srv 01", "ca01.nwf.example");
    private static final List<String> IPS = List.of("\"10.20.4.11\",\"fe80::11\"", "\"10.20.5.200\"", "\"192.0.2.14\"");
    private static final List<String> USERS = List.of("a.lund", "A.Lund", "NWF\\\\k.mori", "svc-backup$", "o\\\"neil");
    private static final List<String> PROCESSES = List.of("setup.exe", "Setup.exe", "setup*.exe", "upd?ter.exe", "cmd.exe");
    private static final List<String> PATHS = List.of("C:\\\\Windows\\\\System32\\\\cmd.exe", "C:\\\\Program Files (x86)\\\\NWF\\\\setup.exe", "/opt/tool/a+b", "D:\\\\*");
    private static final List<String> MORE = List.of("", "", ",\"signer\":[{\"trusted\":\"true\",\"name\":\"NWF\"},{\"trusted\":\"false\",\"name\":\"Other\"}]", ",\"tag\":\"x\"");
    private static final List<String> FIELDS = List.of("host.name", "host.ip", "user.name", "process.name", "process.executable", "process.pid", "tag", "event.code");
    private final Random random = new Random(20240502);
    @TempDir Path folder;
    private Path rules;
    private Path copy;
    private Investigation investigation;
    private List<Alert> produced;
    private int made;

    private static String elastic(String id, String type, String language, String query) {
        return "[rule]\nname = \"Rule %s\"\nrule_id = \"5e9a0000-0000-4000-8000-0000000000%s\"\ndescription = \"d\"\nrisk_score = 47\nseverity = \"medium\"\ntype = \"%s\"\nlanguage = \"%s\"\nquery = '''%s'''\n"
                .formatted(id, id, type, language, query);
    }

    @BeforeEach void aCaseAndItsCopy() throws IOException, WorkbenchException {
        rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("a.toml"), elastic("a1", "query", "kuery", "event.code: 9001"));
        Files.writeString(rules.resolve("b.toml"), elastic("a2", "eql", "eql", "any where event.code == \"9001\""));
        Files.writeString(rules.resolve("c.toml"), elastic("a3", "query", "lucene", "event.code:9001"));
        Files.writeString(rules.resolve("d.yml"),
                "name: Test search\nid: 5e9a0000-0000-4000-8000-0000000000a4\nversion: 1\ndate: '2024-05-02'\nauthor: t\nstatus: production\ntype: Anomaly\n"
                        + "description: d\nsearch: 'event.code=9001 | `test_search_filter`'\n");
        Files.writeString(rules.resolve("e.toml"),
                elastic("a5", "eql", "eql", "sequence by host.name with maxspan=5m [process where process.name : \"setup*\"] [process where true]"));
        Path log = folder.resolve("events.ndjson");
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            events.append(EVENT.formatted(i, i, HOSTS.get(random.nextInt(5)), IPS.get(random.nextInt(3)), USERS.get(random.nextInt(5)), PROCESSES.get(random.nextInt(5)),
                    PATHS.get(random.nextInt(4)), 4700 + random.nextInt(5), MORE.get(random.nextInt(4))));
        }
        Files.writeString(log, events.toString());
        Path file = folder.resolve("case.spoor");
        try (Investigation first = new Workbench().openOrCreate(file)) {
            first.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT);
            first.detect(List.of(rules), Job.SILENT);
        }
        copy = Files.copy(file, folder.resolve("copy.spoor"));
        investigation = new Workbench().open(file);
        produced = investigation.alerts();
        assertTrue(produced.stream().map(alert -> alert.rule().id()).distinct().count() >= 5, "every rule fires");
    }

    private static Set<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private Entry entry() throws WorkbenchException {
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        Alert alert = produced.get(random.nextInt(produced.size()));
        List<String> values = investigation.details(alert.id()).events().getFirst().fields().getOrDefault(field, List.of("none"));
        String value = values.get(random.nextInt(values.size()));
        boolean negated = random.nextInt(4) == 0;
        boolean ignoreCase = random.nextInt(3) == 0;
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Entry(field, Operator.IS, negated, List.of(ignoreCase ? value.toUpperCase(Locale.ROOT) : value), ignoreCase);
            case 2 -> new Entry(field, Operator.IS_ONE_OF, negated, List.of(value, "other", "thi?rd"), ignoreCase);
            case 3 -> new Entry(field, Operator.EXISTS, negated, List.of(), false);
            case 4 -> new Entry(field, Operator.MATCHES, negated, List.of(escaped(value.substring(0, value.length() / 2)) + "*"), ignoreCase);
            case 5 -> new Entry("host.ip", Operator.IN_NETWORK, negated, List.of("10.20.4.3/22", "192.0.2.5-192.0.2.17"), false);
            case 6 -> {
                ValueList list = new ValueList("list" + made++, ValueList.Type.KEYWORD, List.of(value, "other"), "tester", 1);
                investigation.saveValueList(list);
                yield Entry.inList(field, negated, new Entry.ListName(list.id(), list.type()), false);
            }
            default -> Entry.nested("signer", List.of(new Entry("trusted", Operator.IS, false, List.of(random.nextBoolean() ? "true" : "false"), false),
                    new Entry("name", Operator.IS_ONE_OF, random.nextBoolean(), List.of("NWF", "x"), false)));
        };
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }

    @Test void fiftyRandomExceptionsKeepTheSameAlertsAwayAfterEachForm() throws WorkbenchException, IOException {
        Map<ExchangeForm, Integer> carried = new EnumMap<>(ExchangeForm.class);
        Map<ExchangeForm, Integer> hiding = new EnumMap<>(ExchangeForm.class);
        Set<String> reasons = new TreeSet<>();
        Investigation other = new Workbench().open(copy);
        for (int i = 0; i < ITEMS; i++) {
            List<Entry> entries = new ArrayList<>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                entries.add(entry());
            }
            String rule = "5e9a0000-0000-4000-8000-0000000000a" + (1 + i % 5);
            ExceptionScope scope = i % 10 == 3 ? ExceptionScope.ALL : i % 10 == 7 ? new ExceptionScope(ExceptionScope.Kind.RULES, List.of("5e9a0000-0000-4000-8000-0000000000a1"))
                    : ExceptionScope.RULE;
            ExceptionPart part = i % 5 == 4 && scope.kind() == ExceptionScope.Kind.RULE && i % 2 == 0 ? ExceptionPart.step(1 + random.nextInt(2)) : ExceptionPart.WHOLE;
            ExceptionItem item = new ExceptionItem("item" + i, rule, "Item " + i, entries, "why: it is known", "tester", Time.parse("2024-05-03"),
                    i % 7 == 0 ? Optional.of(Time.parse("2099-01-01")) : Optional.empty(), true, scope, part);
            Suppressed suppressed = investigation.preview(item);
            investigation.addException(item);
            for (ExchangeForm form : ExchangeForm.values()) {
                WrittenExceptions written = investigation.exceptionWork().write(form, List.of(item.id()));
                assertTrue(!written.refused().isEmpty() || written.written().equals(List.of(item.id())), "nothing is dropped silently");
                written.refused().forEach(refusal -> reasons.add(form.word() + ": " + refusal.reason()));
                if (written.refused().isEmpty()) {
                    carried.merge(form, 1, Integer::sum);
                    hiding.merge(form, suppressed.alerts().isEmpty() ? 0 : 1, Integer::sum);
                    assertEquals(ids(suppressed.alerts()), ids(inCopy(other, form, written.text())), form + "\n" + item + "\n" + written.text());
                }
            }
            investigation.removeException(item.id());
        }
        for (ExchangeForm form : ExchangeForm.values()) {
            assertTrue(carried.getOrDefault(form, 0) >= ITEMS / 4 && hiding.getOrDefault(form, 0) >= 5, carried + " carried, " + hiding + " of them hide alerts\n" + reasons);
        }
        other.close();
        investigation.close();
    }

    @Test void aClauseThatIsAddedToTheQueryDropsTheSameEvents() throws WorkbenchException {
        List<String> languages = List.of("kql", "eql", "lucene", "spl");
        List<String> queries = List.of("(event.code: 9001) and %s", "any where event.code == \"9001\" and %s", "(event.code:9001) AND %s", "event.code=9001 | where %s");
        int asked = 0;
        int dropping = 0;
        for (int i = 0; i < ITEMS; i++) {
            String rule = "5e9a0000-0000-4000-8000-0000000000a" + (1 + i % 4);
            List<Entry> entries = List.of(entry(), entry()).subList(0, 1 + random.nextInt(2));
            investigation.addException(new ExceptionItem("e", rule, "e", entries, "", "tester", 1, Optional.empty(), true));
            String text = investigation.exceptionWork().write(ExchangeForm.QUERY, List.of("e")).text();
            if (!text.isEmpty()) {
                Set<Long> gone = investigation.preview(investigation.exceptions().getFirst()).alerts().stream().map(alert -> alert.events().getFirst().id())
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<Long> staying = produced.stream().filter(alert -> alert.rule().id().equals(rule)).map(alert -> alert.events().getFirst().id()).filter(id -> !gone.contains(id))
                        .collect(Collectors.toCollection(TreeSet::new));
                String clause = text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
                String query = queries.get(i % 4).formatted(clause);
                HuntAnswer answer = investigation.hunt(new HuntRequest(languages.get(i % 4), query, List.of(), OptionalLong.empty(), ZoneOffset.UTC, false), Job.SILENT);
                assertTrue(answer instanceof HuntAnswer.Events, query + "\n" + answer);
                assertEquals(staying, ((HuntAnswer.Events) answer).events().stream().map(HuntAnswer.FoundEvent::id).collect(Collectors.toCollection(TreeSet::new)), query);
                asked++;
                dropping += gone.isEmpty() ? 0 : 1;
            }
            investigation.removeException("e");
        }
        assertTrue(asked > ITEMS / 2 && dropping > ITEMS / 8, asked + " asked, " + dropping + " drop something");
        investigation.close();
    }

    /** What the exceptions of a text keep away in a copy of the case. */
    private static List<Alert> inCopy(Investigation other, ExchangeForm form, String text) throws WorkbenchException {
        assertEquals(form, ExchangeForm.guess(text), text);
        ImportedExceptions imported = other.exceptionWork().read(form, text, Optional.empty());
        assertEquals(List.of(), imported.refused(), text);
        Suppressed suppressed = other.preview(imported.added());
        for (ExceptionItem item : imported.added()) {
            other.removeException(item.id());
        }
        for (String list : imported.lists()) {
            other.removeValueList(list);
        }
        return suppressed.alerts();
    }

    @Test void whatIsImportedTwiceIsToldAndTheNameTheCommentAndTheEndComeAlong() throws WorkbenchException {
        ExceptionItem item =
                new ExceptionItem("mine", "5e9a0000-0000-4000-8000-0000000000a4", "Backup: nightly", List.of(new Entry("host.name", Operator.IS, false, List.of("wks-114"), false)),
                        "ticket 17", "tester", 1, Optional.of(Time.parse("2099-01-01")), true);
        investigation.addException(item);
        for (ExchangeForm form : ExchangeForm.values()) {
            WrittenExceptions written = investigation.exceptionWork().write(form, List.of());
            assertEquals(form == ExchangeForm.ELASTIC ? 0 : 1, written.notes().size(), form.word());
            ImportedExceptions again = investigation.exceptionWork().read(form, written.text(), Optional.empty());
            assertEquals(1, again.refused().size(), again + written.text());
            assertEquals("the case has an exception that says the same", again.refused().getFirst().reason());
            investigation.removeException("mine");
            ExceptionItem back = investigation.exceptionWork().read(form, written.text(), Optional.empty()).added().getFirst();
            assertEquals(item.name(), back.name());
            assertEquals(item.comment(), back.comment());
            assertEquals(item.expires(), back.expires());
            assertEquals(item.entries(), back.entries());
            investigation.removeException(back.id());
            investigation.addException(item);
        }
        investigation.close();
    }

    @Test void formsOfOtherToolsAreRead() throws WorkbenchException {
        String filter = """
                title: Known scanner
                logsource: {product: windows}
                filter:
                  rules: [5e9a0000-0000-4000-8000-0000000000a1, 5e9a0000-0000-4000-8000-0000000000a2]
                  selection:
                    host.name|startswith: wks-
                    process.name: [setup.exe, cmd.exe]
                  condition: not selection
                """;
        ExceptionItem sigma = read(ExchangeForm.SIGMA, filter);
        assertEquals(List.of("5e9a0000-0000-4000-8000-0000000000a2"), sigma.scope().names());
        assertEquals(2, sigma.entries().size());
        ExceptionItem splunk = read(ExchangeForm.SPLUNK, "[test_search_filter]\ndefinition = search NOT (user.name=\"svc-*\" process.name IN (\"a.exe\", \"b.exe\"))\n");
        assertEquals(
                List.of(new Entry("user.name", Operator.MATCHES, false, List.of("svc-*"), true),
                        new Entry("process.name", Operator.IS_ONE_OF, false, List.of("a.exe", "b.exe"), true)),
                splunk.entries());
        ExceptionItem clause =
                investigation.exceptionWork().read(ExchangeForm.QUERY, "not host.name: wks-1*", Optional.of("5e9a0000-0000-4000-8000-0000000000a1")).added().getFirst();
        assertEquals(List.of(new Entry("host.name", Operator.MATCHES, false, List.of("wks-1*"), false)), clause.entries());
        String kibana =
                "{\"list_id\":\"l\",\"item_id\":\"i\",\"name\":\"n\",\"type\":\"simple\",\"entries\":[{\"field\":\"a\",\"type\":\"nested\",\"entries\":[{\"field\":\"b\",\"type\":\"match\",\"operator\":\"included\",\"value\":\"c\"}]}]}";
        ImportedExceptions without = investigation.exceptionWork().read(ExchangeForm.ELASTIC, kibana, Optional.empty());
        assertTrue(without.refused().getFirst().reason().startsWith("the case has no rule that it is for (l)"), without.toString());
        assertEquals("l/i", investigation.exceptionWork().read(ExchangeForm.ELASTIC, kibana, Optional.of("5e9a0000-0000-4000-8000-0000000000a1")).added().getFirst().id());
        investigation.close();
    }

    private ExceptionItem read(ExchangeForm form, String text) throws WorkbenchException {
        ImportedExceptions imported = investigation.exceptionWork().read(form, text, Optional.empty());
        assertEquals(List.of(), imported.refused());
        return imported.added().getFirst();
    }

    @Test void whatAFormCannotSayIsRefusedWithTheReason() throws WorkbenchException {
        investigation.exceptionWork().saveSharedList(new SharedList("shared-one", "Shared one", "", List.of(), "tester", 1));
        String rule = "5e9a0000-0000-4000-8000-0000000000a1";
        add("folding", rule, new Entry("host.name", Operator.IS, false, List.of("wks-114"), true));
        add("nested", rule, Entry.nested("signer", List.of(new Entry("name", Operator.IS, false, List.of("x"), false))));
        investigation.addException(
                new ExceptionItem("off", rule, "off", List.of(new Entry("host.name", Operator.EXISTS, false, List.of(), false)), "", "tester", 1, Optional.empty(), false));
        assertEquals(List.of("off", "folding"), refused(ExchangeForm.ELASTIC));
        assertEquals(List.of("off", "nested"), refused(ExchangeForm.SIGMA));
        assertEquals(List.of("off", "nested"), refused(ExchangeForm.SPLUNK));
        assertEquals(List.of("off", "folding"), refused(ExchangeForm.QUERY));
        String twisted = "filter:\n  rules: any\n  k: [word]\n  condition: not k\n";
        assertTrue(investigation.exceptionWork().read(ExchangeForm.SIGMA, twisted, Optional.empty()).refused().getFirst().reason().contains("any field"));
        String calling = "# rule: 5e9a0000-0000-4000-8000-0000000000a2\nnot length(process.name) > 4\n";
        assertTrue(investigation.exceptionWork().read(ExchangeForm.QUERY, calling, Optional.empty()).refused().getFirst().reason().contains("computes"));
        investigation.close();
    }

    private List<String> refused(ExchangeForm form) throws WorkbenchException {
        return investigation.exceptionWork().write(form, List.of()).refused().stream().map(WrittenExceptions.Refusal::name).toList();
    }

    private void add(String id, String rule, Entry entry) throws WorkbenchException {
        investigation.addException(new ExceptionItem(id, rule, id, List.of(entry), "", "tester", 1, Optional.empty(), true));
    }
}
