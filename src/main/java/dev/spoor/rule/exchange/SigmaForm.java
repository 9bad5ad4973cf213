package dev.spoor.rule.exchange;

import dev.spoor.event.Time;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Sigma filters, one document each. Each condition is a search of its own, {@code c1}, {@code c2} ...; texts are compared with {@code cased} unless the condition ignores case. */
final class SigmaForm {
    private static final int MOST_RULES = 20_000;
    private static final int MOST_CODE_POINTS = 20_000_000;
    private final QueryLanguages languages;

    SigmaForm(QueryLanguages languages) {
        this.languages = languages;
    }

    WrittenExceptions write(List<OutgoingException> items) {
        List<Object> documents = new ArrayList<>();
        List<String> written = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (OutgoingException one : items) {
            try {
                documents.add(document(one));
                written.add(one.item().id());
                one.item().expires().ifPresent(end -> notes.add("'" + one.item().name() + "' ends at " + Time.iso(end) + "; Sigma does not know an end and keeps it as a remark"));
            } catch (NotSayable e) {
                refused.add(new Refusal(one.item().name(), e.getMessage()));
            }
        }
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setDefaultScalarStyle(ScalarStyle.PLAIN).setExplicitStart(true).setWidth(200).build();
        return new WrittenExceptions(documents.isEmpty() ? "" : new Dump(settings).dumpAllToString(documents.iterator()), written, refused, notes);
    }

    private Map<String, Object> document(OutgoingException outgoing) throws NotSayable {
        ExceptionItem item = outgoing.item();
        if (item.part().kind() != ExceptionPart.Kind.WHOLE) {
            throw new NotSayable("a Sigma filter holds for whole rules; this exception is about " + item.part().text());
        }
        List<String> rules = outgoing.rules().stream().map(Rule::id).toList();
        boolean any = item.scope().kind() == ExceptionScope.Kind.ALL;
        if (!any && (rules.isEmpty() || rules.size() > MOST_RULES)) {
            throw new NotSayable("no rule of the case is in its scope");
        }
        Map<String, Object> searches = new LinkedHashMap<>();
        List<String> terms = new ArrayList<>();
        for (Entry entry : PlainEntries.of(item.entries())) {
            String name = "c" + (terms.size() + 1);
            Map<String, Object> search = new LinkedHashMap<>();
            search.put(key(entry), value(entry));
            searches.put(name, search);
            if (entry.negated() && entry.operator() != Entry.Operator.EXISTS) {
                searches.put(name + "there", Map.of(field(entry) + "|exists", true));
                terms.add(name + "there and not " + name);
            } else {
                terms.add(name);
            }
        }
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("rules", any ? "any" : rules);
        filter.putAll(searches);
        filter.put("condition", "not (" + String.join(" and ", terms) + ")");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", item.name());
        document.put("id", id(item.id()));
        document.put("status", "experimental");
        document.put("description", item.comment().isEmpty() ? item.name() : item.comment());
        document.put("author", item.createdBy());
        document.put("date", Time.iso(item.createdAt()).substring(0, 10));
        item.expires().ifPresent(end -> document.put("expires", Time.iso(end)));
        document.put("logsource", logsource(outgoing.home()));
        document.put("filter", filter);
        return document;
    }

    private static String id(String id) {
        boolean uuid = id.matches("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
        return uuid ? id : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** That of a Sigma rule; other rules have none, so their filters name Windows, which Spoor does not check. */
    private static Object logsource(Rule home) {
        if (home.origin() == RuleOrigin.SIGMA && document(home.query()).orElse(Map.of()).get("logsource") instanceof Map<?, ?> own) {
            return own;
        }
        return Map.of("product", "windows");
    }

    private static String field(Entry entry) throws NotSayable {
        if (entry.field().indexOf('|') >= 0 || entry.field().isBlank()) {
            throw new NotSayable("the name of the field '" + entry.field() + "' cannot be written in Sigma");
        }
        return entry.field();
    }

    private static String key(Entry entry) throws NotSayable {
        String cased = PlainEntries.needsFolding(entry) || entry.values().stream().noneMatch(PlainEntries::cased) ? "" : "|cased";
        return field(entry) + switch (entry.operator()) {
            case IS, IS_ONE_OF, MATCHES -> cased;
            case EXISTS -> "|exists";
            case IN_NETWORK -> "|cidr";
            case NESTED, IS_IN_LIST -> throw new NotSayable("Sigma cannot ask for several fields of one object in the array " + entry.field());
        };
    }

    private static Object value(Entry entry) {
        List<String> values = switch (entry.operator()) {
            case IS, IS_ONE_OF -> entry.values().stream().map(value -> value.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?")).toList();
            case MATCHES, IN_NETWORK -> entry.values();
            case EXISTS, NESTED, IS_IN_LIST -> List.of();
        };
        return entry.operator() == Entry.Operator.EXISTS ? Boolean.valueOf(!entry.negated()) : values.size() == 1 ? values.getFirst() : values;
    }

    private static Optional<Map<?, ?>> document(String yaml) {
        try {
            for (Object one : loader().loadAllFromString(yaml)) {
                if (one instanceof Map<?, ?> map) {
                    return Optional.of(map);
                }
            }
            return Optional.empty();
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    private static Load loader() {
        return new Load(LoadSettings.builder().setCodePointLimit(MOST_CODE_POINTS).setAllowRecursiveKeys(false).setMaxAliasesForCollections(20).build());
    }

    ReadExceptions read(String text) {
        List<ReadExceptions.Item> items = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        int number = 0;
        try {
            for (Object one : loader().loadAllFromString(text)) {
                number++;
                String name = one instanceof Map<?, ?> map && map.get("title") != null ? map.get("title").toString() : "document " + number;
                try {
                    items.addAll(items(one, name));
                } catch (NotSayable e) {
                    refused.add(new Refusal(name, e.getMessage()));
                }
            }
        } catch (YamlEngineException e) {
            refused.add(new Refusal("document " + (number + 1), "it is not YAML: " + e.getMessage().lines().findFirst().orElse("")));
        }
        return new ReadExceptions(items, List.of(), refused);
    }

    private List<ReadExceptions.Item> items(Object document, String name) throws NotSayable {
        if (!(document instanceof Map<?, ?> map) || !(map.get("filter") instanceof Map<?, ?> filter)) {
            throw new NotSayable("it has no filter; a Sigma filter is a document with a map under \"filter\"");
        }
        Map<String, Object> detection = new LinkedHashMap<>();
        filter.forEach((key, value) -> {
            if (!"rules".equals(key)) {
                detection.put(String.valueOf(key), value);
            }
        });
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("title", name);
        rule.put("logsource", map.get("logsource") instanceof Map<?, ?> source ? source : Map.of("product", "windows"));
        rule.put("detection", detection);
        String query = new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build()).dumpToString(rule);
        List<List<Entry>> found = new ClauseReader(languages).compiled("sigma", query);
        List<String> rules = filter.get("rules") instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(String.valueOf(filter.get("rules")));
        boolean any = rules.contains("any") || rules.contains("null");
        String description = map.get("description") == null ? "" : map.get("description").toString();
        String comment = description.equals(name) ? "" : description;
        long end = map.get("expires") == null ? Time.NONE : Time.parse(map.get("expires").toString());
        List<ReadExceptions.Item> items = new ArrayList<>();
        for (List<Entry> entries : found) {
            String title = found.size() == 1 ? name : name + " (" + (items.size() + 1) + ")";
            ExceptionDraft draft =
                    new ExceptionDraft(title, entries, comment, end == Time.NONE ? Optional.empty() : Optional.of(end), any ? ExceptionScope.ALL : ExceptionScope.RULE);
            items.add(new ReadExceptions.Item(items.isEmpty() && map.get("id") != null ? map.get("id").toString() : "", draft, any ? List.of("*") : rules));
        }
        return items;
    }
}
