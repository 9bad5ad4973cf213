package dev.spoor.ingest;

import dev.spoor.ingest.WindowsRecord.SystemData;
import java.util.Arrays;
import java.util.Optional;

/** Gathers what the System element of one record holds; used again for the next record after {@link #clear}. Not thread-safe. */
public final class SystemValues {
    private static final int TICKS = 7;

    private final String[] values = new String[SystemField.values().length];

    /** Forgets all values. */
    public void clear() {
        Arrays.fill(values, null);
    }

    /** Sets a field; the last value counts. {@link SystemField#OTHER} is dropped. */
    public void set(SystemField field, String value) {
        values[field.ordinal()] = value;
    }

    /** What a field holds. */
    public Optional<String> get(SystemField field) {
        return Optional.ofNullable(values[field.ordinal()]);
    }

    /**
     * The EventRecordID as an unsigned number.
     *
     * @param otherwise what to give where it is missing or no number
     */
    public long record(long otherwise) {
        return record(values[SystemField.RECORD.ordinal()], otherwise);
    }

    /**
     * The number that the text of an EventRecordID is.
     *
     * @param text      null where there is none
     * @param otherwise what to give where it is missing or no number
     */
    public static long record(String text, long otherwise) {
        if (text == null || text.isEmpty() || text.length() > 20) {
            return otherwise;
        }
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The values gathered so far. The time is cut to seven digits, which is as fine as Windows counts (wevtutil pads it to nine). */
    public SystemData build() {
        return new SystemData(get(SystemField.PROVIDER), get(SystemField.PROVIDER_GUID), get(SystemField.PROVIDER_SOURCE),
                get(SystemField.EVENT_ID), get(SystemField.QUALIFIERS), get(SystemField.VERSION), get(SystemField.LEVEL),
                get(SystemField.TASK), get(SystemField.OPCODE), get(SystemField.KEYWORDS),
                Optional.ofNullable(ticks(values[SystemField.TIME.ordinal()])), get(SystemField.ACTIVITY_ID),
                get(SystemField.RELATED_ACTIVITY_ID), get(SystemField.PROCESS_ID), get(SystemField.THREAD_ID), get(SystemField.CHANNEL),
                get(SystemField.COMPUTER), get(SystemField.USER_ID));
    }

    /** A time cut to seven digits; null for null. */
    public static String ticks(String time) {
        int dot = time == null ? -1 : time.indexOf('.');
        if (dot < 0 || !time.endsWith("Z") || time.length() - dot - 2 <= TICKS) {
            return time;
        }
        return time.substring(0, dot + 1 + TICKS) + 'Z';
    }
}
