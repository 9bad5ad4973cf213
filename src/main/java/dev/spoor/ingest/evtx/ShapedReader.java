package dev.spoor.ingest.evtx;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.ingest.RecordShape;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.SystemValues;
import dev.spoor.ingest.evtx.FlatTemplate.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads records of known templates straight into values. It gives up on all that is unusual (damage, a template's first record, elements within elements, records that
 * come near a limit), which {@link RecordBuilder} then reads, so that what is read and what is said about damage does not depend on it. Not thread-safe.
 */
final class ShapedReader {
    /** No limit on depth is met by what is read here where it is at least this. */
    private static final int DEEP_ENOUGH = 8;
    /** A byte of a value is at most so many characters of text. */
    private static final int CHARACTERS = 4;
    /** 9999-12-31T23:59:59.9999999Z as FILETIME; the spelling of later times is not read back. */
    private static final long LAST_TIME = 2_650_467_743_999_999_999L;
    private final EvtxLimits limits;
    private final Substitutions ofEvent;
    private final Substitutions ofData;
    private final ByteCursor outer = new ByteCursor();
    private final ByteCursor inner = new ByteCursor();
    private final MetValues met = new MetValues();
    private final ValueText texts = new ValueText();
    private final List<Integer> repeats = new ArrayList<>();
    private Value[] values = new Value[64];
    private int count;
    /** Bytes of values. */
    private long bytes;
    private int elements;
    private long number;
    private long ticks;
    private long lastFileTime;
    private Value lastTime = Value.string("1601-01-01T00:00:00.0000000Z");

    ShapedReader(EvtxLimits limits) {
        this.limits = limits;
        ofEvent = new Substitutions(limits.substitutions());
        ofData = new Substitutions(limits.substitutions());
    }

    /**
     * The record at an offset in the chunk, or null where it must be built.
     *
     * @param size its size with header and trailer, within the chunk
     */
    ShapedRecord read(Chunk chunk, int at, int size, boolean recovered) {
        try {
            FlatTemplate event = instance(chunk, outer.over(chunk.bytes(), at + Chunk.RECORD_HEADER, at + size - Chunk.RECORD_TRAILER), ofEvent);
            if (event == null || !event.event) {
                return null;
            }
            boolean nested = event.nested != Node.NONE && ofEvent.isFragment(event.nested);
            FlatTemplate data = nested ? data(chunk, event) : null;
            if (nested && data == null || !nested && event.nested != Node.NONE && ofEvent.isArray(event.nested)) {
                return null;
            }
            number = ByteCursor.i64(chunk.bytes(), at + 8);
            RecordShape shape = fill(event, data);
            return shape == null ? null : new ShapedRecord(shape, Arrays.copyOf(values, count), number, chunk.fileOffset() + at, ticks, recovered);
        } catch (DecodeException e) {
            return null;
        }
    }

    /** The template of the EventData or UserData within the event; null where there is more than that. */
    private FlatTemplate data(Chunk chunk, FlatTemplate event) throws DecodeException {
        int from = ofEvent.from(event.nested);
        FlatTemplate data = instance(chunk, inner.over(chunk.bytes(), from, from + ofEvent.size(event.nested)), ofData);
        boolean known = data != null && !data.event && (data.userDataTag.isEmpty() || event.userDataTag.isEmpty());
        return known ? data : null;
    }

    /** The template of a fragment that is one instance of a flat template, and its values; else null. */
    private FlatTemplate instance(Chunk chunk, ByteCursor cursor, Substitutions substitutions) throws DecodeException {
        while (cursor.peek() > 0 && Token.of(cursor.peek()) == Token.FRAGMENT) {
            cursor.take(4);
        }
        if (cursor.peek() < 0 || Token.of(cursor.peek()) != Token.INSTANCE) {
            return null;
        }
        cursor.take(2);
        int id = cursor.i32();
        int offset = cursor.i32();
        Template template = chunk.templates().known(chunk, offset);
        if (template == null || template.flat().isEmpty() || id != ByteCursor.i32(chunk.bytes(), offset + 4)) {
            return null;
        }
        if (offset == cursor.position()) {
            cursor.take(chunk.templates().end(chunk, offset) - offset);
        }
        substitutions.read(cursor, template.recent());
        FlatTemplate flat = template.flat().get();
        boolean whole = cursor.peek() <= Token.END && (flat.dependency == Node.NONE || !substitutions.isNull(flat.dependency));
        return whole ? flat : null;
    }

    private RecordShape fill(FlatTemplate event, FlatTemplate data) throws DecodeException {
        count = 0;
        bytes = 0;
        repeats.clear();
        ticks = Time.NONE;
        elements = event.elements;
        long characters = event.characters;
        boolean flat = fill(event, ofEvent, 0, event.before, 0);
        int shift = 0;
        if (data != null) {
            elements += data.elements;
            characters += data.characters;
            shift = data.slots.length;
            flat = flat && fill(data, ofData, 0, shift, event.before);
        }
        flat = flat && fill(event, ofEvent, event.before, event.slots.length, shift);
        boolean within = elements <= limits.elements() && characters + bytes * CHARACTERS <= limits.characters() && limits.depth() >= DEEP_ENOUGH;
        return flat && within ? event.shapes.of(event, data, repeats) : null;
    }

    /** Adds the values of some slots; false where one needs to be looked at more closely. */
    private boolean fill(FlatTemplate template, Substitutions from, int first, int end, int shift) throws DecodeException {
        if (values.length - count < end - first) {
            values = Arrays.copyOf(values, Math.max(count + end - first, values.length * 2));
        }
        for (int i = first; i < end; i++) {
            Slot slot = template.slots[i];
            if (slot.dependency() != Node.NONE && from.isNull(slot.dependency())) {
                absent(slot);
            } else if (slot.index() == Node.NONE) {
                values[count++] = slot.constant();
            } else if (from.isNull(slot.index()) && slot.optional()) {
                absent(slot);
            } else if (from.isArray(slot.index())) {
                if (!array(slot, from, i + shift, end - i)) {
                    return false;
                }
            } else if (from.isFragment(slot.index())) {
                return false;
            } else {
                value(template, slot, from);
            }
        }
        return true;
    }

    private void absent(Slot slot) {
        switch (slot.kind()) {
            case SYSTEM, TIME, DATA, USER_DATA -> values[count++] = null;
            case RECORD, CHECKED -> {}
        }
    }

    private void value(FlatTemplate template, Slot slot, Substitutions from) throws DecodeException {
        int index = slot.index();
        int at = from.from(index);
        int size = from.size(index);
        int type = from.type(index);
        bytes += size;
        switch (slot.kind()) {
            case SYSTEM, DATA, USER_DATA -> values[count++] = met.of(template.memory, index, from.bytes(), at, size, type);
            case CHECKED -> met.of(template.memory, index, from.bytes(), at, size, type);
            case RECORD -> {
                boolean plain = type == ValueType.UINT64 && size == 8;
                number = plain ? ByteCursor.i64(from.bytes(), at) : SystemValues.record(texts.text(from.bytes(), at, size, type), number);
            }
            case TIME -> values[count++] = type == ValueType.FILETIME && size == 8 ? time(ByteCursor.i64(from.bytes(), at))
                    : Value.string(SystemValues.ticks(texts.text(from.bytes(), at, size, type)));
        }
    }

    private Value time(long fileTime) {
        ticks = fileTime >= 0 && fileTime <= LAST_TIME ? Time.ofFileTime(fileTime) : Time.NONE;
        if (fileTime != lastFileTime) {
            lastTime = Value.string(texts.fileTime(fileTime));
            lastFileTime = fileTime;
        }
        return lastTime;
    }

    /**
     * Adds the items of an array.
     *
     * @param place number of the slot in the record
     * @param left  slots that need room, with this one
     */
    private boolean array(Slot slot, Substitutions from, int place, int left) throws DecodeException {
        if (slot.kind() != FlatTemplate.Kind.DATA && slot.kind() != FlatTemplate.Kind.USER_DATA) {
            return false;
        }
        List<String> items = from.items(slot.index(), texts);
        int times = Math.max(1, items.size());
        bytes += from.size(slot.index());
        elements += items.size();
        if (values.length - count < times + left) {
            values = Arrays.copyOf(values, Math.max(count + times + left, values.length * 2));
        }
        if (times > 1) {
            repeats.add(place);
            repeats.add(times);
        }
        for (int item = 0; item < times; item++) {
            values[count++] = Value.string(items.isEmpty() ? "" : items.get(item));
        }
        return true;
    }
}
