package dev.spoor.normalize;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.SystemField;
import dev.spoor.normalize.WindowsFacts.Item;
import java.util.Map;
import java.util.Set;

/**
 * Documents of winlogbeat 7 and 8 or Elastic Agent that no pipeline has mapped: their {@code winlog} fields are facts of a Windows event; all other fields
 * stay and win over what a mapping would put there, except those that a pipeline sets anew. Not thread-safe.
 */
final class WinlogDocuments {
    private static final Map<String, Item> ITEMS = Map.ofEntries(Map.entry("winlog.event_id", Item.EVENT_ID), Map.entry("winlog.channel", Item.CHANNEL),
            Map.entry("winlog.computer_name", Item.COMPUTER), Map.entry("winlog.provider_name", Item.PROVIDER), Map.entry("winlog.provider_guid", Item.PROVIDER_GUID),
            Map.entry("winlog.record_id", Item.RECORD_ID), Map.entry("winlog.version", Item.VERSION), Map.entry("winlog.process.pid", Item.PROCESS_ID),
            Map.entry("winlog.process.thread.id", Item.THREAD_ID), Map.entry("winlog.activity_id", Item.ACTIVITY_ID),
            Map.entry("winlog.related_activity_id", Item.RELATED_ACTIVITY_ID), Map.entry("winlog.user.identifier", Item.USER_SID),
            Map.entry("winlog.user.name", Item.USER_NAME), Map.entry("winlog.user.domain", Item.USER_DOMAIN), Map.entry("winlog.user.type", Item.USER_TYPE),
            Map.entry("winlog.task", Item.TASK_TEXT), Map.entry("winlog.opcode", Item.OPCODE_TEXT), Map.entry("winlog.time_created", Item.TIME),
            Map.entry("@timestamp", Item.CREATED),
            Map.entry("message", Item.MESSAGE));
    private static final Set<String> SET_ANEW = Set.of("event.action", "event.code", "event.provider", "event.outcome");
    private static final String TIME = "winlog.time_created";
    private static final String SHIPPER = "@metadata.";
    private static final String KEYWORDS = "winlog.keywords";
    private static final String DATA = "winlog.event_data.";
    private static final String USER_DATA = "winlog.user_data.";
    private static final String XML_NAME = "winlog.user_data.xml_name";
    private final Names names;

    WinlogDocuments(Names names) {
        this.names = names;
    }

    /** Fills facts and the draft's source view. */
    void read(DocumentRecord record, WindowsFacts facts, Draft draft) {
        for (Map.Entry<String, Values> field : record.fields().entrySet()) {
            String path = field.getKey();
            Values values = field.getValue();
            Item item = ITEMS.get(path);
            if (values.first().kind() == Value.Kind.JSON) {
                continue;
            }
            if (item != null) {
                facts.set(item, values.first().text());
                source(path, values, draft, record.fields().containsKey(TIME));
            } else if (path.equals(KEYWORDS)) {
                EventTexts.texts(values).forEach(facts.keywordTexts::add);
            } else if (path.equals(XML_NAME)) {
                facts.userDataTag = values.first().text();
            } else if (path.startsWith(DATA)) {
                String name = path.substring(DATA.length());
                facts.data(name, FlatDocuments.texts(values, facts));
                draft.put(names.data(name).source(), FlatDocuments.texts(values, facts));
            } else if (path.startsWith(USER_DATA)) {
                String name = path.substring(USER_DATA.length());
                facts.userData(name, FlatDocuments.texts(values, facts));
                draft.put(names.userData(name).source(), FlatDocuments.texts(values, facts));
            }
        }
    }

    /** Lays the document's other fields over the mapped ones. */
    void keep(DocumentRecord record, Draft draft) {
        for (Map.Entry<String, Values> field : record.fields().entrySet()) {
            String path = field.getKey();
            boolean read = ITEMS.containsKey(path) || path.equals(KEYWORDS) || path.startsWith(DATA) || path.startsWith(USER_DATA);
            boolean json = field.getValue().first().kind() == Value.Kind.JSON;
            int number = path.startsWith(SHIPPER) ? names.source(path) : names.ecs(path);
            if ((!read || json) && !(SET_ANEW.contains(path) && draft.has(number))) {
                draft.put(number, field.getValue());
            }
        }
    }

    /** The same under the name that it has in the log; the shipper's time only where the event's own is not there. */
    private void source(String path, Values values, Draft draft, boolean ownTime) {
        SystemField field = path.equals(ownTime ? TIME : "@timestamp") ? SystemField.TIME : Documents.systemField(path);
        if (field != null) {
            draft.put(names.source(WindowsRecords.sourceName(field)), EventTexts.systemValue(field, values.first().text()));
        }
    }
}
