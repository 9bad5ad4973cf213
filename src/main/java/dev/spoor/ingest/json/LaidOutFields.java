package dev.spoor.ingest.json;

import dev.spoor.event.Values;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/** The fields of one document: a layout and what stands at its places. Unmodifiable. */
final class LaidOutFields extends AbstractMap<String, Values> {
    private final FieldLayout layout;
    private final Values[] values;

    LaidOutFields(FieldLayout layout, Values[] values) {
        this.layout = layout;
        this.values = values;
    }

    @Override public int size() {
        return values.length;
    }

    @Override public boolean containsKey(Object path) {
        return layout.place(path) >= 0;
    }

    @Override public Values get(Object path) {
        int place = layout.place(path);
        return place < 0 ? null : values[place];
    }

    @Override public void forEach(BiConsumer<? super String, ? super Values> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(layout.path(i), values[i]);
        }
    }

    /** The same object for all documents with these fields. */
    @Override public Set<String> keySet() {
        return layout.paths();
    }

    @Override public Collection<Values> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override public Set<Map.Entry<String, Values>> entrySet() {
        return new AbstractSet<>() {
            @Override public Iterator<Map.Entry<String, Values>> iterator() {
                return new Entries();
            }

            @Override public int size() {
                return values.length;
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, Values>> {
        private int next;

        @Override public boolean hasNext() {
            return next < values.length;
        }

        @Override public Map.Entry<String, Values> next() {
            if (next == values.length) {
                throw new NoSuchElementException();
            }
            int place = next++;
            return Map.entry(layout.path(place), values[place]);
        }
    }
}
