package dev.spoor.ingest.evtx;

import dev.spoor.ingest.RecordShape;
import dev.spoor.ingest.RecordShape.Place;
import dev.spoor.ingest.evtx.FlatTemplate.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes of records of one event template, by what stands in it. Not thread-safe. */
final class Shapes {
    /** More are a sign of arrays that differ from record to record; those are read the long way. */
    private static final int MOST = 512;
    private final Map<Key, RecordShape> shapes = new HashMap<>();
    private FlatTemplate lastInner;
    private RecordShape last;

    /** Templates are compared by identity. */
    private record Key(FlatTemplate inner, List<Integer> repeats) {}

    /**
     * The shape of a record.
     *
     * @param inner   the template within the event, or null
     * @param repeats pairs of a slot, counted over both templates, and how often it repeats; those that do not are not in it
     * @return null where there are too many
     */
    RecordShape of(FlatTemplate event, FlatTemplate inner, List<Integer> repeats) {
        boolean single = repeats.isEmpty();
        if (single && last != null && lastInner == inner) {
            return last;
        }
        Key key = new Key(inner, single ? List.of() : List.copyOf(repeats));
        RecordShape shape = shapes.get(key);
        if (shape == null && shapes.size() < MOST) {
            shape = make(event, inner, repeats);
            shapes.put(key, shape);
        }
        if (single) {
            last = shape;
            lastInner = inner;
        }
        return shape;
    }

    private static RecordShape make(FlatTemplate event, FlatTemplate inner, List<Integer> repeats) {
        List<Slot> slots = new ArrayList<>(List.of(event.slots).subList(0, event.before));
        if (inner != null) {
            slots.addAll(List.of(inner.slots));
        }
        slots.addAll(List.of(event.slots).subList(event.before, event.slots.length));
        List<Place> places = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < slots.size(); i++) {
            boolean repeated = next < repeats.size() && repeats.get(next) == i;
            int times = repeated ? repeats.get(next + 1) : 1;
            next += repeated ? 2 : 0;
            Optional<Place> place = slots.get(i).place();
            for (int time = 0; place.isPresent() && time < times; time++) {
                places.add(place.get());
            }
        }
        return new RecordShape(places, inner != null && event.userDataTag.isEmpty() ? inner.userDataTag : event.userDataTag);
    }
}
