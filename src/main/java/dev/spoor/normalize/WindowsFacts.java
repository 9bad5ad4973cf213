package dev.spoor.normalize;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What any kind of record of a Windows event says, before it is mapped: the items of the System element and the event data. Empty where the record does
 * not say. Used again for record after record. Not thread-safe.
 */
final class WindowsFacts {
    /** The items; {@code flat_names.csv} names them in lower case. */
    enum Item {
        CHANNEL, PROVIDER, PROVIDER_GUID, EVENT_ID, COMPUTER, RECORD_ID, LEVEL, KEYWORDS, OPCODE, OPCODE_TEXT, TASK, TASK_TEXT, VERSION, PROCESS_ID, THREAD_ID,
        ACTIVITY_ID, RELATED_ACTIVITY_ID, USER_SID, USER_NAME, USER_DOMAIN, USER_TYPE, TIME, CREATED, UTC, LOCAL_TIME, INDEXED_TIME, MESSAGE
    }

    private final Texts texts = new Texts();
    private final Value[] items = new Value[Item.values().length];
    private static final Value NONE = Value.string("");
    /** Event data: names and values at the same places. */
    final List<String> dataNames = new ArrayList<>();
    final List<Values> dataValues = new ArrayList<>();
    /** Data of shaped records, of which the fields of the ECS view are known: these and values at the same places. */
    int[] fields = new int[32];
    Value[] fieldValues = new Value[32];
    int fieldCount;
    /** Ticks of the time that is the text of {@link Item#TIME}, where they are known already, else none. */
    long time = Time.NONE;
    /** Leaves of user data. */
    final List<String> userNames = new ArrayList<>();
    final List<Values> userValues = new ArrayList<>();
    /** Tag of the element within user data. */
    String userDataTag = "";
    /** Texts of keywords, where the record has them. */
    final List<String> keywordTexts = new ArrayList<>();

    String get(Item item) {
        Value text = items[item.ordinal()];
        return text == null ? "" : text.text();
    }

    /** An item as a string; of an item that the record does not have, the empty one. */
    Value value(Item item) {
        Value text = items[item.ordinal()];
        return text == null ? NONE : text;
    }

    /** Strings as values. */
    Texts texts() {
        return texts;
    }

    boolean has(Item item) {
        return !get(item).isEmpty();
    }

    void set(Item item, String text) {
        items[item.ordinal()] = texts.of(text);
    }

    void set(Item item, Value value) {
        items[item.ordinal()] = texts.of(value);
    }

    /** Sets an item to a string that needs not be made the same object as others. */
    void item(Item item, Value string) {
        if (item != null) {
            items[item.ordinal()] = string;
        }
    }

    /** Adds event data or user data of a field of the ECS view. */
    void data(int field, Value value) {
        if (fieldCount == fields.length) {
            fields = Arrays.copyOf(fields, fieldCount * 2);
            fieldValues = Arrays.copyOf(fieldValues, fieldCount * 2);
        }
        fields[fieldCount] = field;
        fieldValues[fieldCount++] = value;
    }

    void data(String name, Values values) {
        dataNames.add(name);
        dataValues.add(values);
    }

    void userData(String name, Values values) {
        userNames.add(name);
        userValues.add(values);
    }

    void clear() {
        Arrays.fill(items, null);
        dataNames.clear();
        dataValues.clear();
        userNames.clear();
        userValues.clear();
        keywordTexts.clear();
        userDataTag = "";
        fieldCount = 0;
        time = Time.NONE;
    }

    /** The item of each name in lower case, with {@code _}. */
    static Map<String, Item> byName() {
        Map<String, Item> items = new TreeMap<>();
        for (Item item : Item.values()) {
            items.put(item.name().toLowerCase(Locale.ROOT), item);
        }
        return items;
    }
}
