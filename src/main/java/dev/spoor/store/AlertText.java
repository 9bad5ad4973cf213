package dev.spoor.store;

import dev.spoor.event.Time;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Alert.RuleStamp;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.Variant;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Alerts as SQLite writes many of them into one text: fields between {@code 0x1F}, rows between {@code 0x1E}. Taken apart as bytes of UTF-8, in
 * which these never are part of another character. Only what an alert has for itself becomes a text. Not thread-safe.
 */
final class AlertText {
    /** The columns in the order in which they are read. */
    static final String COLUMNS =
            "id, coalesce(time, ''), severity, severity_derived, coalesce(risk, '-'), status, coalesce(reason, '-'), reproduced, events, suppressed, variant, "
                    + "coalesce(host, char(29)), coalesce(user, char(29)), summary, places, techniques, tactics, rule_id, rule_name, origin, language, rule_version, fidelity";
    private static final byte FIELD = 31;
    private static final byte ROW = 30;
    /** There is no such name. */
    private static final char NONE = 29;
    private static final int FIELDS = 23;
    private static final int STATE = 6;
    private static final int RULE = 6;
    private byte[] text = {};
    private final Common common;
    private final SharedValues<RuleStamp> stamps;
    private final SharedValues<List<String>> lists;
    private final SharedValues<Optional<String>> names;
    private final SharedValues<State> states = new SharedValues<>(State::of);
    private final SharedValues<Optional<EventReference>> files = new SharedValues<>(AlertPlaces::file);
    private final SharedValues<Variant> variants;
    /** The place after each field of the row. */
    private final int[] ends = new int[FIELDS];
    private int start;
    private int field;
    private int at;

    /** What the alerts of a case have in common, the same objects for all texts of it: less memory, and soon seen to be equal. Thread-safe. */
    static final class Common {
        private final Map<String, Variant> variants;
        private final Map<String, List<String>> tags;
        private final Map<RuleStamp, RuleStamp> stamps = new ConcurrentHashMap<>();
        private final Map<List<String>, List<String>> lists = new ConcurrentHashMap<>();
        private final Map<Optional<String>, Optional<String>> names = new ConcurrentHashMap<>();

        /**
         * Of a case.
         *
         * @param variants by their ids
         * @param tags     by the ids of the alerts that have any
         */
        Common(Map<String, Variant> variants, Map<String, List<String>> tags) {
            this.variants = variants;
            this.tags = tags;
        }

        Map<String, Variant> variants() {
            return variants;
        }

        Map<String, List<String>> tags() {
            return tags;
        }

        private static <T> T same(Map<T, T> known, T value) {
            T before = known.putIfAbsent(value, value);
            return before == null ? value : before;
        }
    }

    /** For texts of a case, one after the other. */
    AlertText(Common common) {
        this.common = common;
        stamps = new SharedValues<>(words -> Common.same(common.stamps, stamp(words)));
        lists = new SharedValues<>(json -> Common.same(common.lists, List.copyOf(Json.texts(json))));
        names = new SharedValues<>(name -> Common.same(common.names, name.length() == 1 && name.charAt(0) == NONE ? Optional.empty() : Optional.of(name)));
        variants = new SharedValues<>(id -> common.variants.getOrDefault(id, Variant.NONE));
    }

    /** What few alerts have of their own. */
    private record State(Severity severity, boolean derived, OptionalInt risk, Status status, Optional<Reason> reason, boolean reproduced) {
        static State of(String words) {
            String[] word = fields(words);
            return new State(Severity.valueOf(upper(word[0])), word[1].equals("1"), word[2].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word[2])),
                    Status.valueOf(upper(word[3])), Reason.ofWord(word[4]), word[5].equals("1"));
        }
    }

    private static String[] fields(String words) {
        return words.split(String.valueOf((char) FIELD), -1);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static RuleStamp stamp(String words) {
        String[] word = fields(words);
        return new RuleStamp(word[0], word[1], RuleOrigin.valueOf(upper(word[2])), word[3], word[4], Fidelity.Status.valueOf(upper(word[5])));
    }

    /** Reads the text of a stretch of the table; tells whether it has just the rows and fields that it should have. If not, some may have been read. */
    boolean read(byte[] stretch, int count, List<Alert> into) throws SQLException {
        text = stretch;
        at = 0;
        for (int i = 0; i < count; i++) {
            if (!row(i == count - 1)) {
                return false;
            }
            into.add(alert());
        }
        return true;
    }

    /** Finds the fields of the next row. */
    private boolean row(boolean last) {
        start = at;
        field = 0;
        int found = 0;
        int i = start;
        for (; i < text.length && text[i] != ROW; i++) {
            if (text[i] == FIELD) {
                if (found == FIELDS - 1) {
                    return false;
                }
                ends[found++] = i;
            }
        }
        ends[FIELDS - 1] = i;
        at = i + 1;
        return found == FIELDS - 1 && last == (i == text.length);
    }

    private Alert alert() throws SQLException {
        String id = own();
        long time = ends[1] == ends[0] + 1 ? skipped() : number();
        State state = next(states, STATE);
        long events = number();
        long suppressed = number();
        Variant variant = next(variants, 1);
        Optional<String> host = next(names, 1);
        Optional<String> user = next(names, 1);
        String summary = own();
        List<EventReference> found = places();
        List<String> techniques = next(lists, 1);
        List<String> tactics = next(lists, 1);
        RuleStamp stamp = next(stamps, RULE);
        return new Alert(id, stamp, time, state.severity(), state.derived(), state.risk(), state.status(), state.reason(), techniques, tactics, host, user, summary, found,
                Map.of(), events, state.reproduced(), common.tags.isEmpty() ? List.of() : common.tags.getOrDefault(id, List.of()), suppressed, variant);
    }

    private int from() {
        return field == 0 ? start : ends[field - 1] + 1;
    }

    /** What several fields tell together. */
    private <T> T next(SharedValues<T> shared, int several) throws SQLException {
        int from = from();
        field += several;
        return shared.get(text, from, ends[field - 1]);
    }

    private String own() {
        int from = from();
        return new String(text, from, ends[field++] - from, StandardCharsets.UTF_8);
    }

    private long skipped() {
        field++;
        return Time.NONE;
    }

    private long number() {
        int from = from();
        return number(from, ends[field++]);
    }

    /** SQLite writes integers plainly. */
    private long number(int from, int end) {
        boolean negative = text[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < end; i++) {
            value = value * 10 - (text[i] - '0');
        }
        return negative ? value : -value;
    }

    /** The places of the events. Mostly it is one, in a file that others have too. */
    private List<EventReference> places() throws SQLException {
        int from = from();
        int end = ends[field++];
        int first = end - from > 2 && text[from] == '[' && text[from + 1] == '[' ? indexOfComma(from + 2, end) : -1;
        int second = first < 0 ? -1 : indexOfComma(first + 1, end);
        if (second >= 0) {
            Optional<EventReference> file = files.get(text, second + 1, end);
            if (file.isPresent()) {
                return List.of(new EventReference(number(from + 2, first), file.get().source(), file.get().entry(), number(first + 1, second)));
            }
        }
        return AlertPlaces.read(new String(text, from, end - from, StandardCharsets.UTF_8));
    }

    private int indexOfComma(int from, int end) {
        for (int i = from; i < end; i++) {
            if (text[i] == ',') {
                return i;
            }
        }
        return -1;
    }
}
