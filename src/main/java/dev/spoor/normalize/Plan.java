package dev.spoor.normalize;

import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is to be done for the events of one channel, provider and id, resolved once.
 *
 * @param constants what every such event holds
 * @param steps     field rules, in order
 * @param action    event.action of the table, if it has one
 * @param task      text of the task, if a table has it
 * @param dropDash  whether event data of {@code -} is dropped
 * @param pending   its events that are not finished
 */
record Plan(List<Constant> constants, List<Step> steps, Optional<Values> action, Optional<Values> task, boolean dropDash, Pending pending) {
    record Constant(int field, Values values) {}

    /** Slots of the events that wait for their steps. */
    static final class Pending {
        private int[] slots = new int[16];
        private int count;

        private void add(int slot) {
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, count * 2);
            }
            slots[count++] = slot;
        }
    }

    private record Key(String channel, String provider, String eventId) {}

    /** Makes plans and keeps them. Not thread-safe. */
    static final class Plans {
        private static final int MOST = 50_000;
        private static final int LATELY = 256;
        private final MappingTables tables;
        private final Names names;
        private final List<Plan> pending = new ArrayList<>();
        private final Map<Key, Plan> plans = new HashMap<>();
        /** The plans asked for lately, and for what. */
        private final Plan[] lately = new Plan[LATELY];
        private final Key[] asked = new Key[LATELY];

        Plans(MappingTables tables, Names names) {
            this.tables = tables;
            this.names = names;
        }

        Plan plan(String channel, String provider, String eventId) {
            int slot = (channel.hashCode() * 31 + eventId.hashCode()) * 31 + provider.hashCode() & LATELY - 1;
            Key key = asked[slot];
            if (key == null || !key.eventId.equals(eventId) || !key.channel.equals(channel) || !key.provider.equals(provider)) {
                lately[slot] = lookedUp(channel, provider, eventId);
                asked[slot] = new Key(channel, provider, eventId);
            }
            return lately[slot];
        }

        private Plan lookedUp(String channel, String provider, String eventId) {
            Key key = new Key(channel, provider, eventId);
            Plan known = plans.get(key);
            if (known == null) {
                if (plans.size() >= MOST) {
                    plans.clear();
                }
                known = make(channel, provider, eventId);
                plans.put(key, known);
            }
            return known;
        }

        /** Puts an event of a plan down for {@link #finish}. */
        void pend(Plan plan, int slot) {
            Pending waiting = plan.pending();
            if (waiting.count == 0) {
                pending.add(plan);
            }
            waiting.add(slot);
        }

        /** Runs the steps of all plans on the events put down: step by step, because what a step needs is then at hand. */
        void finish(Transforms transforms, Draft draft) {
            for (Plan plan : pending) {
                for (Step step : plan.steps()) {
                    transforms.run(step, draft, plan.pending().slots, plan.pending().count);
                }
                plan.pending().count = 0;
            }
            pending.clear();
        }

        private Plan make(String channel, String provider, String eventId) {
            List<Constant> constants = new ArrayList<>();
            constant(constants, "event.kind", "event");
            constant(constants, "host.os.type", "windows");
            constant(constants, "host.os.family", "windows");
            constant(constants, "data_stream.type", "logs");
            constant(constants, "data_stream.namespace", "default");
            Optional<MappingTables.Channel> known = tables.channel(channel);
            known.ifPresent(row -> {
                constant(constants, "event.module", row.module());
                constant(constants, "event.dataset", row.dataset());
                constant(constants, "data_stream.dataset", row.dataset());
            });
            Optional<MappingTables.EventRow> event = tables.event(channel, provider, eventId);
            event.ifPresent(row -> {
                list(constants, "event.category", row.categories());
                list(constants, "event.type", row.types());
            });
            List<Step> steps = tables.rules(channel, eventId).stream().map(rule -> Step.of(rule, names, tables)).toList();
            Optional<Values> action = event.map(MappingTables.EventRow::action).filter(text -> !text.isEmpty()).map(Value::string);
            return new Plan(List.copyOf(constants), steps, action, tables.task(channel, provider, eventId).map(Value::string),
                    known.map(MappingTables.Channel::dropDash).orElse(false), new Pending());
        }

        private void constant(List<Constant> constants, String path, String text) {
            if (!text.isEmpty()) {
                constants.add(new Constant(names.ecs(path), Value.string(text)));
            }
        }

        private void list(List<Constant> constants, String path, List<String> texts) {
            if (!texts.isEmpty()) {
                constants.add(new Constant(names.ecs(path), new ValueList(texts.stream().map(Value::string).toList())));
            }
        }
    }
}
