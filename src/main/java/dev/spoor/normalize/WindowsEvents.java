package dev.spoor.normalize;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import dev.spoor.normalize.WindowsFacts.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the ECS view of a Windows event: the common {@code winlog} fields, then what the plan of its channel and id says. Not thread-safe. */
final class WindowsEvents {
    private static final int MOST_MASKS = 1_024;
    private static final Values API = Value.string("wineventlog");
    private static final List<Item> TIMES = List.of(Item.TIME, Item.CREATED, Item.UTC, Item.LOCAL_TIME, Item.INDEXED_TIME);
    private final Names names;
    private final CommonFields fields;
    private final Plan.Plans plans;
    private final Transforms transforms;
    private final List<Bit> keywords;
    private final List<Bit> outcomes;
    private final LocalTimes times;
    private final Map<String, Mask> masks = new HashMap<>();
    private final DerivedValues lowered = new DerivedValues(WindowsEvents::lower);
    private final DerivedValues numbers = new DerivedValues(WindowsEvents::number);
    private final DerivedValues logLevels;
    private final DerivedValues opcodeTexts;
    private Value lastKeywords;
    private Mask lastMask;

    /** A bit of the keywords; as an outcome, {@code audit} is how the Event Viewer writes it. */
    private record Bit(long bit, Values name, String audit) {}

    /** What a mask of keywords says. */
    private record Mask(Optional<Values> keywords, List<Bit> outcomes) {}

    WindowsEvents(Names names, MappingTables tables, LocalTimes times) {
        this.names = names;
        this.fields = new CommonFields(names);
        this.plans = new Plan.Plans(tables, names);
        this.transforms = new Transforms(names, tables);
        Map<String, String> levels = tables.values("level");
        Map<String, String> opcodes = tables.values("opcode");
        this.keywords = bits(tables.values("keyword"));
        this.outcomes = bits(tables.values("outcome"));
        this.times = times;
        this.logLevels = new DerivedValues(level -> Value.string(levels.getOrDefault(level.text(), "")));
        this.opcodeTexts = new DerivedValues(opcode -> Value.string(opcodes.getOrDefault(opcode.text(), "")));
    }

    /** Fills the draft's ECS view, but for the field rules, which {@link #finish} runs; returns the event's time. */
    long fill(WindowsFacts facts, Draft draft) {
        Plan plan = plans.plan(facts.get(Item.CHANNEL), facts.get(Item.PROVIDER), facts.get(Item.EVENT_ID));
        for (Plan.Constant constant : plan.constants()) {
            draft.put(constant.field(), constant.values());
        }
        long time = time(facts, draft);
        common(facts, draft);
        texts(facts, draft, plan);
        data(facts, draft, plan);
        plans.pend(plan, draft.slot());
        return time;
    }

    /** Runs the field rules of all events filled since. The draft is at another event then. */
    void finish(Draft draft) {
        plans.finish(transforms, draft);
    }

    /** The first time that the record has: its own, when it was made, Sysmon's, the collector's local one, the index's. */
    private long time(WindowsFacts facts, Draft draft) {
        if (facts.time != Time.NONE) {
            draft.put(fields.timestamp, facts.value(Item.TIME));
            return facts.time;
        }
        for (Item item : TIMES) {
            String text = item == Item.INDEXED_TIME ? EventTexts.time(facts.get(item)) : facts.get(item);
            long time = text.isEmpty() ? Time.NONE : item == Item.LOCAL_TIME ? times.ticks(text) : Times.parse(text);
            if (time != Time.NONE) {
                draft.put(fields.timestamp, Value.string(Times.spelling(text, time)));
                return time;
            }
        }
        return Time.NONE;
    }

    private void common(WindowsFacts facts, Draft draft) {
        both(draft, fields.eventCode, fields.winlogEventId, facts.value(Item.EVENT_ID));
        both(draft, fields.eventProvider, fields.winlogProviderName, facts.value(Item.PROVIDER));
        text(draft, fields.winlogProviderGuid, lowered.of(facts.value(Item.PROVIDER_GUID)));
        text(draft, fields.winlogChannel, facts.value(Item.CHANNEL));
        both(draft, fields.winlogComputerName, fields.hostName, facts.value(Item.COMPUTER));
        text(draft, fields.winlogRecordId, facts.value(Item.RECORD_ID));
        number(draft, fields.winlogVersion, facts.value(Item.VERSION));
        text(draft, fields.winlogActivityId, lowered.of(facts.value(Item.ACTIVITY_ID)));
        text(draft, fields.winlogRelatedActivityId, lowered.of(facts.value(Item.RELATED_ACTIVITY_ID)));
        number(draft, fields.winlogProcessPid, facts.value(Item.PROCESS_ID));
        number(draft, fields.winlogProcessThreadId, facts.value(Item.THREAD_ID));
        text(draft, fields.winlogUserIdentifier, facts.value(Item.USER_SID));
        text(draft, fields.winlogUserName, facts.value(Item.USER_NAME));
        text(draft, fields.winlogUserDomain, facts.value(Item.USER_DOMAIN));
        text(draft, fields.winlogUserType, facts.value(Item.USER_TYPE));
        text(draft, fields.message, facts.value(Item.MESSAGE));
        draft.put(fields.winlogApi, API);
    }

    /** Level, opcode, keywords, outcome, task and action, in words. */
    private void texts(WindowsFacts facts, Draft draft, Plan plan) {
        text(draft, fields.logLevel, logLevels.of(facts.value(Item.LEVEL)));
        text(draft, fields.winlogOpcode, facts.has(Item.OPCODE_TEXT) ? facts.value(Item.OPCODE_TEXT) : opcodeTexts.of(facts.value(Item.OPCODE)));
        keywords(facts, draft);
        Values task = facts.has(Item.TASK_TEXT) ? facts.value(Item.TASK_TEXT) : plan.task().orElse(null);
        if (task != null) {
            draft.put(fields.winlogTask, task);
        }
        Values action = plan.action().orElse(task);
        if (action != null) {
            draft.put(fields.eventAction, action);
        }
    }

    private void keywords(WindowsFacts facts, Draft draft) {
        if (!facts.keywordTexts.isEmpty()) {
            draft.put(fields.winlogKeywords, new ValueList(facts.keywordTexts.stream().map(facts.texts()::of).toList()));
        }
        Mask mask = mask(facts.value(Item.KEYWORDS));
        if (facts.keywordTexts.isEmpty() && mask.keywords.isPresent()) {
            draft.put(fields.winlogKeywords, mask.keywords.get());
        }
        for (Bit outcome : outcomes) {
            if (mask.outcomes.contains(outcome) || facts.keywordTexts.contains(outcome.audit())) {
                draft.put(fields.eventOutcome, outcome.name());
                return;
            }
        }
    }

    private Mask mask(Value text) {
        if (text != lastKeywords) {
            lastMask = mask(text.text());
            lastKeywords = text;
        }
        return lastMask;
    }

    private Mask mask(String text) {
        Mask known = masks.get(text);
        if (known == null) {
            OptionalLong bits = Numbers.parse(text);
            long set = bits.orElse(0);
            List<Value> texts = keywords.stream().filter(bit -> (set & bit.bit()) != 0).map(bit -> bit.name().first()).toList();
            known = new Mask(texts.isEmpty() ? Optional.empty() : Optional.of(new ValueList(texts)), outcomes.stream().filter(bit -> (set & bit.bit()) != 0).toList());
            if (masks.size() == MOST_MASKS) {
                masks.clear();
            }
            masks.put(text, known);
        }
        return known;
    }

    private void data(WindowsFacts facts, Draft draft, Plan plan) {
        for (int i = 0; i < facts.dataNames.size(); i++) {
            data(draft, names.data(facts.dataNames.get(i)).ecs(), facts.dataValues.get(i), plan.dropDash());
        }
        for (int i = 0; i < facts.userNames.size(); i++) {
            data(draft, names.userData(facts.userNames.get(i)).ecs(), facts.userValues.get(i), plan.dropDash());
        }
        for (int i = 0; i < facts.fieldCount; i++) {
            data(draft, facts.fields[i], facts.fieldValues[i], plan.dropDash());
        }
        text(draft, fields.winlogUserDataXmlName, facts.texts().of(facts.userDataTag));
    }

    private static void data(Draft draft, int field, Values values, boolean dropDash) {
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            if (!value.text().isEmpty() && !(dropDash && value.text().equals("-"))) {
                if (i == 0 && values.size() == 1 && !draft.has(field)) {
                    draft.put(field, values);
                } else {
                    draft.add(field, value);
                }
            }
        }
    }

    private static void both(Draft draft, int one, int other, Value text) {
        if (!text.text().isEmpty()) {
            draft.put(one, text);
            draft.put(other, text);
        }
    }

    private static void text(Draft draft, int field, Value text) {
        if (!text.text().isEmpty()) {
            draft.put(field, text);
        }
    }

    private static Value lower(Value text) {
        String lower = text.text().toLowerCase(Locale.ROOT);
        return lower.equals(text.text()) ? text : Value.string(lower);
    }

    /** Puts a number other than 0. */
    private void number(Draft draft, int field, Value text) {
        Value number = numbers.of(text);
        if (number != null) {
            draft.put(field, number);
        }
    }

    private static Value number(Value text) {
        OptionalLong number = Numbers.parse(text.text());
        return number.isPresent() && number.getAsLong() != 0 ? Value.number(number.getAsLong()) : null;
    }

    private static List<Bit> bits(Map<String, String> table) {
        return table.entrySet().stream().map(e -> new Bit(Numbers.parse(e.getKey()).orElse(0), Value.string(e.getValue()),
                "Audit " + e.getValue().substring(0, 1).toUpperCase(Locale.ROOT) + e.getValue().substring(1))).toList();
    }
}
