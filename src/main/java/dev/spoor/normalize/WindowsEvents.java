package dev.spoor.normalize;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import dev.spoor.normalize.WindowsFacts.Item;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Makes the ECS view of a Windows event: the common {@code winlog} fields, then what the plan of its channel and id says. Not thread-safe. */
final class WindowsEvents {
    private static final Values API = Value.string("wineventlog");
    private static final List<Item> TIMES = List.of(Item.TIME, Item.CREATED, Item.UTC, Item.LOCAL_TIME);
    private final Names names;
    private final Plan.Plans plans;
    private final Transforms transforms;
    private final Map<String, String> levels;
    private final Map<String, String> opcodes;
    private final List<Bit> keywords;
    private final List<Bit> outcomes;
    private final ZoneId zone;

    private record Bit(long bit, Values name, String text) {}

    WindowsEvents(Names names, MappingTables tables, ZoneId zone) {
        this.names = names;
        this.plans = new Plan.Plans(tables, names);
        this.transforms = new Transforms(names, tables);
        this.levels = tables.values("level");
        this.opcodes = tables.values("opcode");
        this.keywords = bits(tables.values("keyword"));
        this.outcomes = bits(tables.values("outcome"));
        this.zone = zone;
    }

    /** Fills the draft's ECS view; returns the event's time. */
    long fill(WindowsFacts facts, Draft draft) {
        Plan plan = plans.plan(facts.get(Item.CHANNEL), facts.get(Item.PROVIDER), facts.get(Item.EVENT_ID));
        for (Plan.Constant constant : plan.constants()) {
            draft.put(constant.field(), constant.values());
        }
        long time = time(facts, draft);
        common(facts, draft);
        texts(facts, draft, plan);
        data(facts, draft, plan);
        for (Step step : plan.steps()) {
            transforms.run(step, draft);
        }
        return time;
    }

    /** The first time that the record has: its own, when it was made, Sysmon's, the collector's local one. */
    private long time(WindowsFacts facts, Draft draft) {
        for (Item item : TIMES) {
            String text = facts.get(item);
            long time = text.isEmpty() ? Time.NONE : item == Item.LOCAL_TIME ? Times.local(text, zone) : Times.parse(text);
            if (time != Time.NONE) {
                draft.put(names.ecs("@timestamp"), Value.string(Times.spelling(text, time)));
                return time;
            }
        }
        return Time.NONE;
    }

    private void common(WindowsFacts facts, Draft draft) {
        text(draft, "event.code", facts.get(Item.EVENT_ID));
        text(draft, "winlog.event_id", facts.get(Item.EVENT_ID));
        text(draft, "event.provider", facts.get(Item.PROVIDER));
        text(draft, "winlog.provider_name", facts.get(Item.PROVIDER));
        text(draft, "winlog.provider_guid", facts.get(Item.PROVIDER_GUID).toLowerCase(Locale.ROOT));
        text(draft, "winlog.channel", facts.get(Item.CHANNEL));
        text(draft, "winlog.computer_name", facts.get(Item.COMPUTER));
        text(draft, "host.name", facts.get(Item.COMPUTER));
        text(draft, "winlog.record_id", facts.get(Item.RECORD_ID));
        number(draft, "winlog.version", facts.get(Item.VERSION));
        text(draft, "winlog.activity_id", facts.get(Item.ACTIVITY_ID).toLowerCase(Locale.ROOT));
        text(draft, "winlog.related_activity_id", facts.get(Item.RELATED_ACTIVITY_ID).toLowerCase(Locale.ROOT));
        number(draft, "winlog.process.pid", facts.get(Item.PROCESS_ID));
        number(draft, "winlog.process.thread.id", facts.get(Item.THREAD_ID));
        text(draft, "winlog.user.identifier", facts.get(Item.USER_SID));
        text(draft, "winlog.user.name", facts.get(Item.USER_NAME));
        text(draft, "winlog.user.domain", facts.get(Item.USER_DOMAIN));
        text(draft, "winlog.user.type", facts.get(Item.USER_TYPE));
        text(draft, "message", facts.get(Item.MESSAGE));
        draft.put(names.ecs("winlog.api"), API);
    }

    /** Level, opcode, keywords, outcome, task and action, in words. */
    private void texts(WindowsFacts facts, Draft draft, Plan plan) {
        text(draft, "log.level", levels.getOrDefault(facts.get(Item.LEVEL), ""));
        text(draft, "winlog.opcode", facts.has(Item.OPCODE_TEXT) ? facts.get(Item.OPCODE_TEXT) : opcodes.getOrDefault(facts.get(Item.OPCODE), ""));
        keywords(facts, draft);
        Values task = facts.has(Item.TASK_TEXT) ? Value.string(facts.get(Item.TASK_TEXT)) : plan.task().orElse(null);
        if (task != null) {
            draft.put(names.ecs("winlog.task"), task);
        }
        Values action = plan.action().orElse(task);
        if (action != null) {
            draft.put(names.ecs("event.action"), action);
        }
    }

    private void keywords(WindowsFacts facts, Draft draft) {
        List<Value> texts = new ArrayList<>();
        facts.keywordTexts.forEach(text -> texts.add(Value.string(text)));
        OptionalLong mask = Numbers.parse(facts.get(Item.KEYWORDS));
        if (mask.isPresent()) {
            for (Bit keyword : keywords) {
                if ((mask.getAsLong() & keyword.bit()) != 0 && facts.keywordTexts.isEmpty()) {
                    texts.add(keyword.name().first());
                }
            }
        }
        if (!texts.isEmpty()) {
            draft.put(names.ecs("winlog.keywords"), new ValueList(texts));
        }
        for (Bit outcome : outcomes) {
            boolean set = mask.isPresent() && (mask.getAsLong() & outcome.bit()) != 0;
            if (set || facts.keywordTexts.contains("Audit " + outcome.text().substring(0, 1).toUpperCase(Locale.ROOT) + outcome.text().substring(1))) {
                draft.put(names.ecs("event.outcome"), outcome.name());
                return;
            }
        }
    }

    private void data(WindowsFacts facts, Draft draft, Plan plan) {
        for (int i = 0; i < facts.dataNames.size(); i++) {
            data(draft, names.data(facts.dataNames.get(i)).ecs(), facts.dataValues.get(i), plan.dropDash());
        }
        for (int i = 0; i < facts.userNames.size(); i++) {
            data(draft, names.userData(facts.userNames.get(i)).ecs(), facts.userValues.get(i), plan.dropDash());
        }
        text(draft, "winlog.user_data.xml_name", facts.userDataTag);
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

    private void text(Draft draft, String path, String text) {
        if (!text.isEmpty()) {
            draft.put(names.ecs(path), Value.string(text));
        }
    }

    /** Puts a number other than 0. */
    private void number(Draft draft, String path, String text) {
        OptionalLong number = Numbers.parse(text);
        if (number.isPresent() && number.getAsLong() != 0) {
            draft.put(names.ecs(path), Value.number(number.getAsLong()));
        }
    }

    private static List<Bit> bits(Map<String, String> table) {
        return table.entrySet().stream().map(e -> new Bit(Numbers.parse(e.getKey()).orElse(0), Value.string(e.getValue()), e.getValue())).toList();
    }
}
