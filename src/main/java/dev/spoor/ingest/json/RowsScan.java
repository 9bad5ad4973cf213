package dev.spoor.ingest.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Follows a document byte by byte to the list of records within it: {@code hits.hits} of an Elasticsearch search (however deep, as in the answer of a
 * multi-search or of Kibana), {@code docs} of a multi-get, {@code results} of Splunk, {@code Records} of CloudTrail and its like. Keeps no bytes. Not thread-safe.
 */
final class RowsScan {
    private static final int DEEPEST = 12;
    private static final int LONGEST_KEY = 32;
    private static final Set<String> SPLUNK = Set.of("preview", "init_offset", "messages", "fields", "post_process_count");
    /** Keys of the open objects; an open array has an empty one. */
    private final List<String> keys = new ArrayList<>();
    private final List<Boolean> arrays = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private String first = "";
    private String last = "";
    private int tooDeep;
    private boolean inText;
    private boolean escaped;
    private boolean candidate;
    private boolean began;
    private boolean sawList;

    /** What a byte means. */
    enum Step {
        /** Nothing yet. */
        ON,
        /** The first byte of the first record of a list. */
        ROW,
        /** The end of a document. */
        END
    }

    /** Goes on by one byte. A byte that is a {@link Step#ROW} is not consumed: it belongs to the record. */
    Step next(byte b) {
        if (inText) {
            text(b);
            return Step.ON;
        }
        if (b == ' ' || b == '\t' || b == '\r' || b == '\n') {
            return Step.ON;
        }
        if (candidate) {
            candidate = false;
            sawList |= b == '{' || b == ']';
            if (b == '{') {
                return Step.ROW;
            }
        }
        switch (b) {
            case '"' -> {
                inText = true;
                text.reset();
            }
            case ':' -> key();
            case '{', '[' -> open(b == '[');
            case '}', ']' -> {
                return close();
            }
            default -> {}
        }
        return Step.ON;
    }

    /** Says that the list that began with the last {@link Step#ROW} was read up to and with its closing bracket. */
    void listRead() {
        close();
    }

    /** Whether the scan stands within a document. */
    boolean within() {
        return began;
    }

    /** Whether the document has a list of records, also an empty one; may be asked until the next document begins. */
    boolean sawList() {
        return sawList;
    }

    private void text(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inText = false;
            return;
        }
        if (text.size() <= LONGEST_KEY) {
            text.write(b);
        }
    }

    private void key() {
        if (tooDeep > 0 || keys.isEmpty() || arrays.getLast()) {
            return;
        }
        String key = text.toString(StandardCharsets.UTF_8);
        if (keys.size() == 1) {
            first = first.isEmpty() ? key : first;
            last = keys.getFirst().isEmpty() ? last : keys.getFirst();
        }
        keys.set(keys.size() - 1, key);
    }

    private void open(boolean array) {
        sawList &= began;
        began = true;
        if (keys.size() >= DEEPEST || tooDeep > 0) {
            tooDeep++;
            return;
        }
        candidate = array && isRows();
        keys.add("");
        arrays.add(array);
    }

    private boolean isRows() {
        int depth = keys.size();
        if (depth == 0 || arrays.getLast()) {
            return false;
        }
        String key = keys.getLast();
        boolean hits = key.equals("hits") && depth > 1 && keys.get(depth - 2).equals("hits");
        boolean top = depth == 1 && (key.equals("results") && SPLUNK.contains(first) && SPLUNK.contains(last)
                || first.equals(key) && (key.equals("docs") || key.equals("Records")));
        return hits || top;
    }

    private Step close() {
        if (tooDeep > 0) {
            tooDeep--;
            return Step.ON;
        }
        if (!keys.isEmpty()) {
            keys.removeLast();
            arrays.removeLast();
        }
        if (!keys.isEmpty()) {
            return Step.ON;
        }
        first = "";
        last = "";
        began = false;
        return Step.END;
    }
}
