package dev.spoor.normalize;

import dev.spoor.event.Value;
import dev.spoor.ingest.RecordShape;
import dev.spoor.ingest.RecordShape.Place;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.SystemField;
import dev.spoor.normalize.WindowsFacts.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the facts of a {@link ShapedRecord} and fills the source view, as {@link WindowsRecords} does of a whole record. Not thread-safe. */
final class ShapedRecords {
    private static final int MOST = 10_000;
    private final Names names;
    private final WindowsRecords whole;
    private final int recordId;
    private final Map<RecordShape, Layout> layouts = new HashMap<>();
    private final DerivedValues numbers = new DerivedValues(text -> Numbers.value(text.text()));
    private RecordShape lastShape;
    private Layout last;

    /** What is done with a value. */
    private enum Way {
        /** A text of System. */
        TEXT,
        /** A number of System. */
        NUMBER,
        /** Event data. */
        DATA,
        /** Event data without a name, which are counted. */
        UNNAMED,
        /** User data. */
        USER_DATA
    }

    /** What is done with the value at a place: fields of both views, the item of System where something is made of it, and how many event data stand before. */
    private record Use(Way way, int source, int ecs, Item item, int place) {}

    private record Layout(Use[] uses, String userDataTag) {}

    ShapedRecords(Names names, WindowsRecords whole) {
        this.names = names;
        this.whole = whole;
        this.recordId = names.source(WindowsRecords.sourceName(SystemField.RECORD));
    }

    /** Fills facts and the draft's source view. */
    void read(ShapedRecord record, WindowsFacts facts, Draft draft) {
        Layout layout = layout(record.shape());
        Value id = Value.string(Long.toString(record.record()));
        facts.set(Item.RECORD_ID, id);
        draft.put(recordId, record.record() < 0 ? Numbers.value(id.text()) : Value.number(id.text()));
        facts.userDataTag = layout.userDataTag;
        facts.time = record.time();
        int data = 0;
        for (int i = 0; i < layout.uses.length; i++) {
            Value value = record.value(i);
            Use use = layout.uses[i];
            if (value == null) {
                continue;
            }
            switch (use.way) {
                case TEXT -> {
                    facts.item(use.item, value);
                    draft.put(use.source, value);
                }
                case NUMBER -> {
                    facts.item(use.item, value);
                    if (!value.text().isEmpty()) {
                        draft.put(use.source, numbers.of(value));
                    }
                }
                case DATA -> {
                    draft.add(use.source, value);
                    facts.data(use.ecs, value);
                    data++;
                }
                case UNNAMED -> {
                    draft.add(use.source, value);
                    facts.data(data == use.place ? use.ecs : names.data(whole.parameterName(data)).ecs(), value);
                    data++;
                }
                case USER_DATA -> {
                    draft.add(use.source, value);
                    facts.data(use.ecs, value);
                }
            }
        }
    }

    private Layout layout(RecordShape shape) {
        if (shape != lastShape) {
            Layout known = layouts.get(shape);
            if (known == null) {
                if (layouts.size() == MOST) {
                    layouts.clear();
                }
                known = make(shape);
                layouts.put(shape, known);
            }
            lastShape = shape;
            last = known;
        }
        return last;
    }

    private Layout make(RecordShape shape) {
        List<Place> places = shape.places();
        Use[] uses = new Use[places.size()];
        int data = 0;
        for (int i = 0; i < uses.length; i++) {
            uses[i] = switch (places.get(i)) {
                case Place.System(SystemField field) -> system(field);
                case Place.Data(var name) -> data(name.map(WindowsRecords::dataName).orElse(""), data++);
                case Place.UserData(String tag) -> new Use(Way.USER_DATA, names.userData(tag).source(), names.userData(tag).ecs(), null, 0);
            };
        }
        return new Layout(uses, shape.userDataTag());
    }

    private Use data(String name, int place) {
        Names.Data source = names.data(name.isEmpty() ? "Data" : name);
        Names.Data ecs = name.isEmpty() ? names.data(whole.parameterName(place)) : source;
        return new Use(name.isEmpty() ? Way.UNNAMED : Way.DATA, source.source(), ecs.ecs(), null, place);
    }

    private Use system(SystemField field) {
        Way way = switch (field) {
            case EVENT_ID, QUALIFIERS, VERSION, LEVEL, TASK, OPCODE, RECORD, PROCESS_ID, THREAD_ID -> Way.NUMBER;
            case PROVIDER, PROVIDER_GUID, PROVIDER_SOURCE, KEYWORDS, TIME, ACTIVITY_ID, RELATED_ACTIVITY_ID, CHANNEL, COMPUTER, USER_ID, OTHER -> Way.TEXT;
        };
        return new Use(way, names.source(WindowsRecords.sourceName(field)), -1, WindowsRecords.item(field), 0);
    }
}
