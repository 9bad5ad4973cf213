package dev.spoor.normalize;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.SystemField;
import dev.spoor.normalize.WindowsFacts.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads the facts of a flat document of a Windows event. The source view is the document under its own names; data below {@code event_data} are there as
 * {@code EventData} too. Not thread-safe.
 */
final class FlatDocuments {
    /** What NXLog puts into EventType where the event itself has no such data. */
    private static final Set<String> COLLECTOR_TYPES = Set.of("INFO", "WARNING", "ERROR", "CRITICAL", "VERBOSE", "DEBUG", "AUDIT_SUCCESS", "AUDIT_FAILURE");
    private static final String EVENT_TYPE = "EventType";
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    private static final Set<String> REGISTRY_EVENTS = Set.of("12", "13", "14");
    private static final Map<Item, SystemField> SYSTEM = Map.ofEntries(Map.entry(Item.CHANNEL, SystemField.CHANNEL), Map.entry(Item.PROVIDER, SystemField.PROVIDER),
            Map.entry(Item.PROVIDER_GUID, SystemField.PROVIDER_GUID), Map.entry(Item.EVENT_ID, SystemField.EVENT_ID), Map.entry(Item.COMPUTER, SystemField.COMPUTER),
            Map.entry(Item.RECORD_ID, SystemField.RECORD), Map.entry(Item.VERSION, SystemField.VERSION), Map.entry(Item.PROCESS_ID, SystemField.PROCESS_ID),
            Map.entry(Item.THREAD_ID, SystemField.THREAD_ID), Map.entry(Item.ACTIVITY_ID, SystemField.ACTIVITY_ID), Map.entry(Item.TIME, SystemField.TIME),
            Map.entry(Item.RELATED_ACTIVITY_ID, SystemField.RELATED_ACTIVITY_ID), Map.entry(Item.USER_SID, SystemField.USER_ID));
    private final Names names;
    private final MappingTables tables;
    private final Map<String, Name> known = new HashMap<>();

    /** What a name means. */
    private sealed interface Name {
        int field();

        /** An item of the System element. */
        record OfItem(int field, Item item, boolean alsoData, boolean onlyWithUser, String dataName) implements Name {}

        /** Event data. */
        record OfData(int field, String name, int alias) implements Name {}

        /** User data. */
        record OfUserData(int field, String name, int alias) implements Name {}

        /** The collector's own. */
        record Ignored(int field) implements Name {}
    }

    FlatDocuments(Names names, MappingTables tables) {
        this.names = names;
        this.tables = tables;
    }

    /** Fills facts and the draft's source view. */
    void read(DocumentRecord record, WindowsFacts facts, Draft draft) {
        boolean user = record.fields().containsKey("UserID");
        boolean beats = record.fields().containsKey("log_name");
        for (Map.Entry<String, Values> field : record.fields().entrySet()) {
            Values values = field.getValue();
            Name name = name(field.getKey());
            draft.put(name.field(), values);
            switch (name) {
                case Name.OfItem item -> {
                    item(item, values, user, facts);
                    if (beats) {
                        system(item.item(), values.first(), draft);
                    }
                }
                case Name.OfData data -> data(data, values, facts, draft);
                case Name.OfUserData data when data.name().equals("xml_name") -> facts.userDataTag = values.first().text();
                case Name.OfUserData data -> {
                    draft.put(data.alias(), values);
                    facts.userData(data.name(), texts(values, facts));
                }
                case Name.Ignored _ -> {}
            }
        }
        sysmonType(record, facts);
    }

    /** An item of winlogbeat 6 under the name that it has in the log. */
    private void system(Item item, Value value, Draft draft) {
        SystemField field = SYSTEM.get(item);
        if (field != null && value.kind() != Value.Kind.JSON) {
            Value text = EventTexts.systemValue(field, value.text());
            draft.put(names.source(WindowsRecords.sourceName(field)), text);
        }
    }

    private void item(Name.OfItem name, Values values, boolean user, WindowsFacts facts) {
        if (name.onlyWithUser() && !user) {
            facts.data(name.dataName(), texts(values, facts));
            return;
        }
        if (name.alsoData()) {
            facts.data(name.dataName(), texts(values, facts));
        }
        Value first = values.first();
        if (name.item() == Item.KEYWORDS && first.kind() == Value.Kind.STRING && Numbers.parse(first.text()).isEmpty()) {
            for (int i = 0; i < values.size(); i++) {
                facts.keywordTexts.add(values.get(i).text());
            }
        } else if (!facts.has(name.item()) && first.kind() != Value.Kind.JSON) {
            if (name.item() == Item.LEVEL) {
                facts.set(Item.LEVEL, EventTexts.level(first.text()));
            } else {
                facts.set(name.item(), first);
            }
        }
    }

    private static void data(Name.OfData data, Values values, WindowsFacts facts, Draft draft) {
        if (data.alias() >= 0) {
            draft.put(data.alias(), values);
        }
        boolean collectors = data.name().equals(EVENT_TYPE) && ofCollector(values.first().text());
        if (!collectors && values.first().kind() != Value.Kind.JSON) {
            facts.data(data.name(), texts(values, facts));
        }
    }

    private static boolean ofCollector(String type) {
        return COLLECTOR_TYPES.contains(type) || Numbers.decimal(type).isPresent();
    }

    /** Sysmon's own event type, from the message, where the collector wrote its own under that name. */
    private static void sysmonType(DocumentRecord record, WindowsFacts facts) {
        if (!REGISTRY_EVENTS.contains(facts.get(Item.EVENT_ID)) || !facts.get(Item.CHANNEL).equalsIgnoreCase(SYSMON) || facts.dataNames.contains(EVENT_TYPE)) {
            return;
        }
        String message = facts.get(Item.MESSAGE);
        int at = message.indexOf("\n" + EVENT_TYPE + ": ");
        if (record.fields().containsKey(EVENT_TYPE) && at >= 0) {
            int from = at + EVENT_TYPE.length() + 3;
            int end = message.indexOf('\n', from);
            facts.data(EVENT_TYPE, Value.string(message.substring(from, end < 0 ? message.length() : end).strip()));
        }
    }

    /** Event data are strings, whatever the collector made of them. */
    static Values texts(Values values, WindowsFacts facts) {
        return values instanceof Value value && value.kind() != Value.Kind.STRING && value.kind() != Value.Kind.JSON ? facts.texts().of(value) : values;
    }

    private Name name(String path) {
        Name name = known.get(path);
        if (name == null) {
            name = make(path);
            known.put(path, name);
        }
        return name;
    }

    private Name make(String path) {
        int field = names.source(path);
        String item = tables.flatName(path);
        if (item != null) {
            return switch (item) {
                case "collector" -> new Name.Ignored(field);
                case "utc_and_data" -> new Name.OfItem(field, Item.UTC, true, false, path);
                default -> ofItem(field, item, path);
            };
        }
        if (path.startsWith("event_data.")) {
            String name = path.substring("event_data.".length());
            return new Name.OfData(field, name, names.data(name).source());
        }
        if (path.startsWith("user_data.")) {
            String name = path.substring("user_data.".length());
            return new Name.OfUserData(field, name, names.userData(name).source());
        }
        return path.indexOf('.') >= 0 ? new Name.Ignored(field) : new Name.OfData(field, path, -1);
    }

    /** Whether a name of a flat document may mean this. */
    static boolean means(String item) {
        String plain = item.endsWith("?") ? item.substring(0, item.length() - 1) : item;
        return item.equals("collector") || item.equals("utc_and_data") || WindowsFacts.byName().containsKey(plain);
    }

    private static Name ofItem(int field, String text, String path) {
        boolean onlyWithUser = text.endsWith("?");
        Item item = WindowsFacts.byName().get(onlyWithUser ? text.substring(0, text.length() - 1) : text);
        return item == null ? new Name.Ignored(field) : new Name.OfItem(field, item, false, onlyWithUser, path);
    }
}
