package dev.spoor.normalize;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.SystemField;
import dev.spoor.normalize.WindowsFacts.Item;
import java.util.HashMap;
import java.util.Iterator;
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

    /** What a name is: an item of the System element, event data, user data, the element that holds them, or the collector's own. */
    private enum Role {
        ITEM, DATA, USER_DATA, USER_DATA_TAG, IGNORED
    }

    /**
     * What a name means.
     *
     * @param field        number of the field of that name
     * @param item         where it is one, else null
     * @param name         under which it is data
     * @param alias        number of the field under which it is there too, -1 for none
     * @param alsoData     whether an item is data too
     * @param onlyWithUser whether it is an item only where the document names a user, and data else
     */
    record Name(Role role, int field, Item item, String name, int alias, boolean alsoData, boolean onlyWithUser) {
        private static Name ignored(int field) {
            return new Name(Role.IGNORED, field, null, "", -1, false, false);
        }

        private static Name item(int field, Item item, String path, boolean alsoData, boolean onlyWithUser) {
            return new Name(Role.ITEM, field, item, path, -1, alsoData, onlyWithUser);
        }

        private static Name data(int field, String name, int alias) {
            return new Name(Role.DATA, field, null, name, alias, false, false);
        }
    }

    FlatDocuments(Names names, MappingTables tables) {
        this.names = names;
        this.tables = tables;
    }

    /** What the names of a document mean, in their order. */
    Name[] names(Set<String> paths) {
        return paths.stream().map(this::name).toArray(Name[]::new);
    }

    /** Fills facts and the draft's source view. */
    void read(DocumentRecord record, DocumentNames document, WindowsFacts facts, Draft draft) {
        Iterator<Values> values = record.fields().values().iterator();
        for (Name name : document.flat()) {
            read(name, values.next(), document, facts, draft);
        }
        sysmonType(record, facts);
    }

    private void read(Name name, Values values, DocumentNames document, WindowsFacts facts, Draft draft) {
        draft.put(name.field(), values);
        switch (name.role()) {
            case ITEM -> {
                item(name, values, document.user(), facts);
                if (document.beats()) {
                    system(name.item(), values.first(), draft);
                }
            }
            case DATA -> data(name, values, facts, draft);
            case USER_DATA_TAG -> facts.userDataTag = values.first().text();
            case USER_DATA -> {
                draft.put(name.alias(), values);
                facts.userData(name.name(), texts(values, facts));
            }
            case IGNORED -> {}
        }
    }

    /** An item of winlogbeat 6 under the name that it has in the log. */
    private void system(Item item, Value value, Draft draft) {
        SystemField field = SYSTEM.get(item);
        if (field != null && value.kind() != Value.Kind.JSON) {
            Value text = EventTexts.systemValue(field, value.text());
            draft.put(names.source(WindowsRecords.sourceName(field)), text);
        }
    }

    private void item(Name name, Values values, boolean user, WindowsFacts facts) {
        if (name.onlyWithUser() && !user) {
            facts.data(name.name(), texts(values, facts));
            return;
        }
        if (name.alsoData()) {
            facts.data(name.name(), texts(values, facts));
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

    private static void data(Name data, Values values, WindowsFacts facts, Draft draft) {
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
                case "collector" -> Name.ignored(field);
                case "utc_and_data" -> Name.item(field, Item.UTC, path, true, false);
                default -> ofItem(field, item, path);
            };
        }
        if (path.startsWith("event_data.")) {
            String name = path.substring("event_data.".length());
            return Name.data(field, name, names.data(name).source());
        }
        if (path.startsWith("user_data.")) {
            String name = path.substring("user_data.".length());
            Role role = name.equals("xml_name") ? Role.USER_DATA_TAG : Role.USER_DATA;
            return new Name(role, field, null, name, names.userData(name).source(), false, false);
        }
        return path.indexOf('.') >= 0 ? Name.ignored(field) : Name.data(field, path, -1);
    }

    /** Whether a name of a flat document may mean this. */
    static boolean means(String item) {
        String plain = item.endsWith("?") ? item.substring(0, item.length() - 1) : item;
        return item.equals("collector") || item.equals("utc_and_data") || WindowsFacts.byName().containsKey(plain);
    }

    private static Name ofItem(int field, String text, String path) {
        boolean onlyWithUser = text.endsWith("?");
        Item item = WindowsFacts.byName().get(onlyWithUser ? text.substring(0, text.length() - 1) : text);
        return item == null ? Name.ignored(field) : Name.item(field, item, path, false, onlyWithUser);
    }
}
