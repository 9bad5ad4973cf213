package dev.spoor.coverage;

import dev.spoor.event.Field;
import dev.spoor.segment.Column;
import dev.spoor.segment.Segment;
import java.util.Optional;

/** The few columns of a segment that say where an event belongs, with each distinct value read once. */
final class CoverageFields {
    private static final long NO_NUMBER = Long.MIN_VALUE;
    private final Texts host;
    private final Texts log;
    private final Texts code;
    private final Texts provider;
    private final Texts number;
    private final long[] numbers;

    CoverageFields(Segment segment) {
        Texts name = new Texts(segment, "host.name");
        host = name.isEmpty() ? new Texts(segment, "winlog.computer_name") : name;
        log = new Texts(segment, "winlog.channel");
        code = new Texts(segment, "event.code");
        provider = new Texts(segment, "winlog.provider_name");
        number = new Texts(segment, "winlog.record_id");
        numbers = new long[number.texts.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(number.texts[i]);
        }
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return NO_NUMBER;
        }
        return Long.parseLong(text);
    }

    /** Empty where the event names none. */
    String host(int event) {
        return host.of(event);
    }

    String log(int event) {
        return log.of(event);
    }

    boolean numbered(int event) {
        int at = number.code(event);
        return at >= 0 && numbers[at] != NO_NUMBER;
    }

    /** The record number; only where the event is {@link #numbered}. */
    long number(int event) {
        return numbers[number.code(event)];
    }

    /** 1102 or 104 where the event says that a log was cleared, else empty. */
    String cleared(int event) {
        String said = code.of(event);
        boolean means = said.equals("1102") || said.equals("104");
        return means && provider.of(event).equalsIgnoreCase("Microsoft-Windows-Eventlog") ? said : "";
    }

    /** A column's distinct values as text. */
    private static final class Texts {
        private final Optional<Column> column;
        private final String[] texts;

        private Texts(Segment segment, String path) {
            column = segment.column(Field.ecs(path));
            texts = new String[column.map(Column::distinct).orElse(0)];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = column.orElseThrow().value(i).text();
            }
        }

        private boolean isEmpty() {
            return column.isEmpty();
        }

        /** The number of the event's first value; -1 if it has none. */
        private int code(int event) {
            return column.isEmpty() || column.get().count(event) == 0 ? -1 : column.get().code(event, 0);
        }

        private String of(int event) {
            int at = code(event);
            return at < 0 ? "" : texts[at];
        }
    }
}
