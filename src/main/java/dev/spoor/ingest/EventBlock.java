package dev.spoor.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the text of one Windows event as Splunk's forwarder writes it (source type {@code WinEventLog}): a time, lines {@code Name=Value}, and behind
 * {@code Message=} everything that follows. Stateless and thread-safe.
 *
 * <pre>
 * block = [ time line-end ] { name "=" value line-end } [ "Message=" text ]
 * </pre>
 */
public final class EventBlock {
    /** Name under which the time is given; as Splunk calls it. */
    public static final String TIME = "_time";
    /** The name that every block has, and that only a block begins with. */
    public static final String FIRST = "LogName=";
    private static final String MESSAGE = "Message";
    private static final int LONGEST_TIME = 40;
    private static final int LONGEST_NAME = 64;

    private EventBlock() {}

    /** Whether a text begins as a block does: a line {@code LogName=}, a time before it or not. */
    public static boolean begins(String text) {
        int end = lineEnd(text, 0);
        return text.startsWith(FIRST) || isTime(text.substring(0, end)) && text.startsWith(FIRST, next(text, end));
    }

    /** Whether a line can be the time of a block. */
    public static boolean isTime(String line) {
        String text = line.strip();
        return text.length() >= 8 && text.length() <= LONGEST_TIME && Character.isDigit(text.charAt(0)) && text.indexOf(':') > 0
                && (text.indexOf('/') > 0 || text.indexOf('-') > 0 || text.indexOf('.') > 0);
    }

    /** The names and values of a block in its order, the time under {@link #TIME}. Lines that are neither are left out; the first value of a name counts. */
    public static Map<String, String> parse(String block) {
        Map<String, String> values = new LinkedHashMap<>();
        int at = 0;
        while (at < block.length()) {
            int end = lineEnd(block, at);
            int equals = block.indexOf('=', at);
            String name = equals > at && equals < end && equals - at <= LONGEST_NAME ? block.substring(at, equals) : "";
            if (name.equals(MESSAGE)) {
                values.putIfAbsent(MESSAGE, block.substring(equals + 1).stripTrailing());
                return values;
            }
            if (!name.isEmpty() && name.chars().allMatch(Character::isLetterOrDigit)) {
                values.putIfAbsent(name, block.substring(equals + 1, end).strip());
            } else if (at == 0 && isTime(block.substring(at, end))) {
                values.put(TIME, block.substring(at, end).strip());
            }
            at = next(block, end);
        }
        return values;
    }

    private static int lineEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return text.length();
    }

    private static int next(String text, int end) {
        int crlf = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? 2 : 1;
        return Math.min(text.length(), end + crlf);
    }
}
