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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Reads what a table of alerts shows, quickly: SQLite writes thousands of rows into one text, which several threads take apart, and what many alerts have in common is made once. A
 * stretch in whose texts the separators occur is read row by row.
 */
final class AlertLister {
    private static final int CHUNK = 16_384;
    private static final char FIELD = 31;
    private static final char ROW = 30;
    /** Between what tells of the rule; alone: there is no such name. */
    private static final char PART = 29;
    private static final String COLUMNS =
            "id, coalesce(time, ''), severity || ' ' || severity_derived || ' ' || coalesce(risk, '-') || ' ' || status || ' ' || coalesce(reason, '-') || ' ' || reproduced, "
                    + "events, suppressed, variant, coalesce(host, char(29)), coalesce(user, char(29)), summary, places, techniques, tactics, "
                    + "concat_ws(char(29), rule_id, rule_name, origin, language, rule_version, fidelity)";
    private static final int FIELDS = 13;
    private static final int PARTS = 6;
    private static final String SQL = "SELECT group_concat(concat_ws(char(31), " + COLUMNS + "), char(30)), count(*) FROM alert WHERE rowid BETWEEN ? AND ?";
    private final Database database;

    AlertLister(Database database) {
        this.database = database;
    }

    /** All alerts without their rows, in the order in which they were first stored. */
    List<Alert> list() throws StoreException {
        long last = database.read(connection -> Sql.number(connection, "SELECT max(rowid) FROM alert"));
        Map<String, Variant> variants = database.read(Variants::all);
        Map<String, List<String>> tags = database.read(AlertLister::tags);
        try {
            List<List<Alert>> chunks = IntStream.rangeClosed(0, (int) (last / CHUNK)).parallel().mapToObj(chunk -> chunk((long) chunk * CHUNK, variants, tags)).toList();
            List<Alert> all = new ArrayList<>(chunks.stream().mapToInt(List::size).sum());
            chunks.forEach(all::addAll);
            return all;
        } catch (UncheckedIOException e) {
            if (e.getCause().getCause() instanceof StoreException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static Map<String, List<String>> tags(Connection connection) throws SQLException {
        Map<String, List<String>> tags = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        Sql.list(connection, "SELECT alert, tag FROM alert_tag ORDER BY alert, tag",
                row -> tags.computeIfAbsent(row.getString(1), id -> new ArrayList<>(1)).add(known.computeIfAbsent(row.getString(2), tag -> tag)));
        return tags;
    }

    private List<Alert> chunk(long from, Map<String, Variant> variants, Map<String, List<String>> tags) {
        try {
            return database.read(connection -> {
                List<Alert> alerts = new ArrayList<>();
                Sql.each(connection, SQL, row -> {
                    String text = row.getString(1);
                    int count = row.getInt(2);
                    if (count > 0 && !new Rows(text, variants, tags).read(count, alerts)) {
                        alerts.clear();
                        alerts.addAll(oneByOne(connection, from, variants, tags));
                    }
                }, from, from + CHUNK - 1);
                return alerts;
            });
        } catch (StoreException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static List<Alert> oneByOne(Connection connection, long from, Map<String, Variant> variants, Map<String, List<String>> tags) throws SQLException {
        return Sql.list(connection, "SELECT * FROM alert WHERE rowid BETWEEN ? AND ?", row -> {
            Alert alert = AlertMapper.alert(row, variants);
            return AlertMapper.listed(alert, AlertPlaces.read(row.getString("places"), new HashMap<>()), tags.getOrDefault(alert.id(), List.of()));
        }, from, from + CHUNK - 1);
    }

    /** The text of a stretch. */
    private static final class Rows {
        private final String text;
        private final Map<String, Variant> variants;
        private final Map<String, List<String>> tags;
        private final Map<String, RuleStamp> stamps = new HashMap<>();
        private final Map<String, List<String>> lists = new HashMap<>();
        private final Map<String, Optional<String>> names = new HashMap<>();
        private final Map<String, State> states = new HashMap<>();
        private final Map<String, List<String>> places = new HashMap<>();
        private int at;
        private int fields;

        Rows(String text, Map<String, Variant> variants, Map<String, List<String>> tags) {
            this.text = text;
            this.variants = variants;
            this.tags = tags;
            names.put(String.valueOf(PART), Optional.empty());
        }

        /** What few alerts have of their own. */
        private record State(Severity severity, boolean derived, OptionalInt risk, Status status, Optional<Reason> reason, boolean reproduced) {
            static State of(String words) {
                String[] word = words.split(" ");
                return new State(Severity.valueOf(upper(word[0])), word[1].equals("1"), word[2].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word[2])),
                        Status.valueOf(upper(word[3])), Reason.ofWord(word[4]), word[5].equals("1"));
            }
        }

        private static String upper(String word) {
            return word.toUpperCase(Locale.ROOT);
        }

        /** Whether the text has just the fields that it should have. */
        boolean read(int count, List<Alert> into) throws SQLException {
            if (!whole(count)) {
                return false;
            }
            for (int i = 0; i < count; i++) {
                into.add(alert());
            }
            return true;
        }

        private boolean whole(int count) {
            for (int row = 0; row < count; row++) {
                int end = row == count - 1 ? text.length() : text.indexOf(ROW, at);
                int found = 1;
                int last = at;
                for (int i = text.indexOf(FIELD, at); i >= 0 && i < end; i = text.indexOf(FIELD, i + 1)) {
                    found++;
                    last = i;
                }
                if (end < 0 || found != FIELDS || count(PART, last, end) != PARTS - 1) {
                    return false;
                }
                at = end + 1;
            }
            boolean whole = text.lastIndexOf(ROW) < at;
            at = 0;
            return whole;
        }

        private int count(char separator, int from, int end) {
            int found = 0;
            for (int i = text.indexOf(separator, from); i >= 0 && i < end; i = text.indexOf(separator, i + 1)) {
                found++;
            }
            return found;
        }

        private String next() {
            fields++;
            int end = text.indexOf(fields % FIELDS == 0 ? ROW : FIELD, at);
            String value = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            return value;
        }

        private Alert alert() throws SQLException {
            String id = next();
            String time = next();
            State state = states.computeIfAbsent(next(), State::of);
            long events = Long.parseLong(next());
            long suppressed = Long.parseLong(next());
            Variant variant = variants.getOrDefault(next(), Variant.NONE);
            Optional<String> host = names.computeIfAbsent(next(), Optional::of);
            Optional<String> user = names.computeIfAbsent(next(), Optional::of);
            String summary = next();
            List<EventReference> found = AlertPlaces.read(next(), places);
            List<String> techniques = texts(next());
            List<String> tactics = texts(next());
            RuleStamp stamp = stamps.computeIfAbsent(next(), Rows::stamp);
            return new Alert(id, stamp, time.isEmpty() ? Time.NONE : Long.parseLong(time), state.severity(), state.derived(), state.risk(), state.status(), state.reason(),
                    techniques,
                    tactics, host, user, summary, found, Map.of(), events, state.reproduced(), tags.getOrDefault(id, List.of()), suppressed, variant);
        }

        private List<String> texts(String json) throws SQLException {
            List<String> known = lists.get(json);
            if (known == null) {
                known = List.copyOf(Json.texts(json));
                lists.put(json, known);
            }
            return known;
        }

        private static RuleStamp stamp(String words) {
            String[] word = words.split(String.valueOf(PART), -1);
            return new RuleStamp(word[0], word[1], RuleOrigin.valueOf(upper(word[2])), word[3], word[4], Fidelity.Status.valueOf(upper(word[5])));
        }
    }
}
