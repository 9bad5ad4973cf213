package dev.spoor.ingest;

import dev.spoor.event.Value;

/**
 * A record of the Windows event log as values whose meaning stands in a shape: a {@link WindowsRecord} without the cost of one, for those who only want its event.
 * Readers give the same object for a value that they met before, where they can.
 */
public final class ShapedRecord implements RawRecord {
    private final RecordShape shape;
    private final Value[] values;
    private final long record;
    private final long offset;
    private final long time;
    private final boolean recovered;

    /**
     * @param values    strings, one for each place of the shape; null where the record has no such element or attribute. Not copied.
     * @param record    EventRecordID
     * @param offset    byte offset of the record in the file
     * @param time      ticks of {@link dev.spoor.event.Time} that the text of TimeCreated spells, or {@code Time.NONE} where only the text is known
     * @param recovered found outside the intact chain of records
     */
    public ShapedRecord(RecordShape shape, Value[] values, long record, long offset, long time, boolean recovered) {
        this.shape = shape;
        this.values = values;
        this.record = record;
        this.offset = offset;
        this.time = time;
        this.recovered = recovered;
    }

    public RecordShape shape() {
        return shape;
    }

    /** The value at a place of the shape, a string; null where the record has no such element or attribute. */
    public Value value(int place) {
        return values[place];
    }

    /** Ticks of {@link dev.spoor.event.Time} that the text of TimeCreated spells, or {@code Time.NONE} where only the text is known. */
    public long time() {
        return time;
    }

    @Override public long record() {
        return record;
    }

    @Override public long offset() {
        return offset;
    }

    /** Whether it was found outside the intact chain of records. */
    public boolean recovered() {
        return recovered;
    }
}
