package dev.spoor.normalize;

import dev.spoor.event.Value;
import dev.spoor.ingest.SystemField;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.Element;
import dev.spoor.normalize.WindowsFacts.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the facts of a {@link WindowsRecord} and fills the source view. Not thread-safe. */
final class WindowsRecords {
    private final Names names;
    private final Map<String, String> parameterNames = new HashMap<>();

    WindowsRecords(Names names) {
        this.names = names;
    }

    /** The source name of an item of the System element. */
    static String sourceName(SystemField field) {
        return switch (field) {
            case PROVIDER -> "System.Provider_Name";
            case PROVIDER_GUID -> "System.Provider_Guid";
            case PROVIDER_SOURCE -> "System.EventSourceName";
            case QUALIFIERS -> "System.Qualifiers";
            case TIME -> "System.TimeCreated";
            case PROCESS_ID -> "System.Execution_ProcessID";
            case THREAD_ID -> "System.Execution_ThreadID";
            case ACTIVITY_ID, RELATED_ACTIVITY_ID, USER_ID -> "System." + field.attribute();
            case EVENT_ID, VERSION, LEVEL, TASK, OPCODE, KEYWORDS, RECORD, CHANNEL, COMPUTER, OTHER -> "System." + field.element();
        };
    }

    /** The item that an element or attribute of System is; null where nothing is made of it. */
    static Item item(SystemField field) {
        return switch (field) {
            case PROVIDER -> Item.PROVIDER;
            case PROVIDER_GUID -> Item.PROVIDER_GUID;
            case EVENT_ID -> Item.EVENT_ID;
            case VERSION -> Item.VERSION;
            case LEVEL -> Item.LEVEL;
            case TASK -> Item.TASK;
            case OPCODE -> Item.OPCODE;
            case KEYWORDS -> Item.KEYWORDS;
            case TIME -> Item.TIME;
            case RECORD -> Item.RECORD_ID;
            case ACTIVITY_ID -> Item.ACTIVITY_ID;
            case RELATED_ACTIVITY_ID -> Item.RELATED_ACTIVITY_ID;
            case PROCESS_ID -> Item.PROCESS_ID;
            case THREAD_ID -> Item.THREAD_ID;
            case CHANNEL -> Item.CHANNEL;
            case COMPUTER -> Item.COMPUTER;
            case USER_ID -> Item.USER_SID;
            case PROVIDER_SOURCE, QUALIFIERS, OTHER -> null;
        };
    }

    /** The name of a child of EventData, of which {@link WindowsRecord.DataItem} marks some. */
    static String dataName(String name) {
        return name.startsWith("#") ? name.substring(1) : name;
    }

    /** Fills facts and the draft's source view. */
    void read(WindowsRecord record, WindowsFacts facts, Draft draft) {
        system(record, facts, draft);
        for (int i = 0; i < record.eventData().size(); i++) {
            item(record.eventData().get(i), i, facts, draft);
        }
        for (Element section : record.sections()) {
            switch (section.name()) {
                case "RenderingInfo" -> rendering(section, facts);
                case "UserData" -> {
                    facts.userDataTag = section.children().isEmpty() ? "" : section.children().getFirst().name();
                    section.children().forEach(child -> userData(child, facts, draft));
                }
                default -> section.children().forEach(child -> userData(child, facts, draft));
            }
        }
    }

    private void system(WindowsRecord record, WindowsFacts facts, Draft draft) {
        WindowsRecord.SystemData system = record.system();
        text(draft, facts, "System.Provider_Name", Item.PROVIDER, system.provider());
        text(draft, facts, "System.Provider_Guid", Item.PROVIDER_GUID, system.providerGuid());
        text(draft, "System.EventSourceName", system.providerSource());
        number(draft, facts, "System.EventID", Item.EVENT_ID, system.eventId());
        number(draft, "System.Qualifiers", system.qualifiers());
        number(draft, facts, "System.Version", Item.VERSION, system.version());
        number(draft, facts, "System.Level", Item.LEVEL, system.level());
        number(draft, facts, "System.Task", Item.TASK, system.task());
        number(draft, facts, "System.Opcode", Item.OPCODE, system.opcode());
        text(draft, facts, "System.Keywords", Item.KEYWORDS, system.keywords());
        text(draft, facts, "System.TimeCreated", Item.TIME, system.time());
        number(draft, facts, "System.EventRecordID", Item.RECORD_ID, Optional.of(Long.toString(record.record())));
        text(draft, facts, "System.ActivityID", Item.ACTIVITY_ID, system.activityId());
        text(draft, facts, "System.RelatedActivityID", Item.RELATED_ACTIVITY_ID, system.relatedActivityId());
        number(draft, facts, "System.Execution_ProcessID", Item.PROCESS_ID, system.processId());
        number(draft, facts, "System.Execution_ThreadID", Item.THREAD_ID, system.threadId());
        text(draft, facts, "System.Channel", Item.CHANNEL, system.channel());
        text(draft, facts, "System.Computer", Item.COMPUTER, system.computer());
        text(draft, facts, "System.UserID", Item.USER_SID, system.userId());
    }

    private void item(WindowsRecord.DataItem item, int place, WindowsFacts facts, Draft draft) {
        if (item.tree().isPresent()) {
            eventTree(item.tree().get(), facts, draft);
            return;
        }
        Value value = Value.string(item.value());
        String name = item.name().map(WindowsRecords::dataName).orElse("");
        draft.add(names.data(name.isEmpty() ? "Data" : name).source(), value);
        facts.data(name.isEmpty() ? parameterName(place) : name, value);
    }

    /** Leaves of an element within event data count by their tags. */
    private void eventTree(Element element, WindowsFacts facts, Draft draft) {
        if (element.children().isEmpty()) {
            Value value = Value.string(element.text().orElse(""));
            draft.add(names.data(element.name()).source(), value);
            facts.data(element.name(), value);
        }
        element.children().forEach(child -> eventTree(child, facts, draft));
    }

    private void userData(Element element, WindowsFacts facts, Draft draft) {
        if (element.children().isEmpty()) {
            Value value = Value.string(element.text().orElse(""));
            draft.add(names.userData(element.name()).source(), value);
            facts.userData(element.name(), value);
        }
        element.children().forEach(child -> userData(child, facts, draft));
    }

    /** What the computer that logged the event made of its numbers; forwarded events have it. */
    private static void rendering(Element section, WindowsFacts facts) {
        for (Element child : section.children()) {
            String text = child.text().orElse("");
            switch (child.name()) {
                case "Message" -> facts.set(Item.MESSAGE, text);
                case "Task" -> facts.set(Item.TASK_TEXT, text);
                case "Opcode" -> facts.set(Item.OPCODE_TEXT, text);
                case "Keywords" -> child.children().forEach(keyword -> keyword.text().ifPresent(facts.keywordTexts::add));
                default -> {}
            }
        }
    }

    /** Unnamed data are param1, param2, … by their place among all data. */
    String parameterName(int place) {
        return parameterNames.computeIfAbsent(Integer.toString(place + 1), number -> "param" + number);
    }

    private void text(Draft draft, WindowsFacts facts, String path, Item item, Optional<String> text) {
        facts.set(item, text.orElse(""));
        text(draft, path, text);
    }

    private void text(Draft draft, String path, Optional<String> text) {
        text.ifPresent(present -> draft.put(names.source(path), Value.string(present)));
    }

    private void number(Draft draft, WindowsFacts facts, String path, Item item, Optional<String> text) {
        facts.set(item, text.orElse(""));
        number(draft, path, text);
    }

    private void number(Draft draft, String path, Optional<String> text) {
        text.filter(present -> !present.isEmpty()).ifPresent(present -> draft.put(names.source(path), Numbers.value(present)));
    }
}
