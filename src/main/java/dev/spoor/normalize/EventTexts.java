package dev.spoor.normalize;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.SystemField;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Spells the values of converted Windows events as Windows itself does, so that every wrapping of a record gives the same event. */
final class EventTexts {
    private static final int GUID = 36;
    private static final int LONGEST_MASK = 20;
    private static final List<String> LEVELS = List.of("logalways", "critical", "error", "warning", "information", "verbose");

    private EventTexts() {}

    /** Whether a text begins with the XML of an event. */
    static boolean looksLikeXml(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return text.startsWith("<Event ", at) || text.startsWith("<Event>", at) || text.startsWith("<?xml", at) && text.contains("<Event");
    }

    /** The texts of values: null is an empty text, as an element without text is. */
    static List<String> texts(Values values) {
        List<String> texts = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            texts.add(text(values.get(i)));
        }
        return texts;
    }

    /** The text of a value. */
    static String text(Value value) {
        return value.kind() == Value.Kind.JSON && value.text().equals("null") ? "" : value.text();
    }

    /** A value of System as Windows writes it. */
    static String system(SystemField field, String text) {
        return switch (field) {
            case PROVIDER_GUID, ACTIVITY_ID, RELATED_ACTIVITY_ID -> guid(text);
            case TIME -> time(text);
            case LEVEL -> level(text);
            case KEYWORDS -> keywords(text);
            case PROVIDER, PROVIDER_SOURCE, EVENT_ID, QUALIFIERS, VERSION, TASK, OPCODE, RECORD, PROCESS_ID, THREAD_ID, CHANNEL, COMPUTER, USER_ID, OTHER -> text;
        };
    }

    /** The same as the source view holds it: what counts is a number. */
    static Value systemValue(SystemField field, String text) {
        String spelt = system(field, text);
        return switch (field) {
            case EVENT_ID, QUALIFIERS, VERSION, LEVEL, TASK, OPCODE, RECORD, PROCESS_ID, THREAD_ID -> Numbers.value(spelt);
            case PROVIDER, PROVIDER_GUID, PROVIDER_SOURCE, KEYWORDS, TIME, ACTIVITY_ID, RELATED_ACTIVITY_ID, CHANNEL, COMPUTER, USER_ID, OTHER -> Value.string(spelt);
        };
    }

    /** A GUID in braces and lower case; any other text as it is. */
    static String guid(String text) {
        boolean braces = text.length() == GUID + 2 && text.charAt(0) == '{' && text.charAt(GUID + 1) == '}';
        String plain = braces ? text.substring(1, GUID + 1) : text;
        boolean guid = plain.length() == GUID && plain.charAt(8) == '-' && plain.charAt(13) == '-' && plain.charAt(18) == '-' && plain.charAt(23) == '-';
        return guid ? '{' + plain.toLowerCase(Locale.ROOT) + '}' : text;
    }

    /** A time in ISO 8601 with Z: from another offset, from {@code 2026-03-02 08:15:30 UTC}, or from seconds since 1970 with a fraction. */
    static String time(String text) {
        if (text.endsWith("Z") && text.indexOf('T') == 10) {
            return text;
        }
        String plain = text.endsWith(" UTC") ? text.substring(0, text.length() - 4).replace(' ', 'T') + 'Z' : text;
        long time = seconds(plain);
        time = time == Time.NONE ? Times.parse(plain) : time;
        return time == Time.NONE ? text : Time.iso(time);
    }

    /** Ticks of seconds since 1970 written with a point; none where the text is no such number. */
    private static long seconds(String text) {
        int dot = text.indexOf('.');
        if (dot < 9 || dot > 11 || text.length() > dot + 20) {
            return Time.NONE;
        }
        var whole = Numbers.decimal(text.substring(0, dot));
        var fraction = Numbers.decimal((text.substring(dot + 1) + "0000000").substring(0, 7));
        boolean number = whole.isPresent() && fraction.isPresent() && fraction.getAsLong() >= 0;
        return number ? whole.getAsLong() * Time.SECOND + fraction.getAsLong() : Time.NONE;
    }

    /** The number of a level that is given in words. */
    static String level(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        int level = LEVELS.indexOf(word.equals("info") ? "information" : word);
        return level < 0 ? text : Integer.toString(level);
    }

    /** A mask as Windows writes it, also from a decimal number with or without a sign; words as they are. */
    private static String keywords(String text) {
        if (text.startsWith("0x")) {
            var number = Numbers.parse(text);
            return number.isPresent() ? "0x" + Long.toHexString(number.getAsLong()) : text;
        }
        boolean digits = !text.isEmpty() && text.length() <= LONGEST_MASK && text.chars().skip(text.charAt(0) == '-' ? 1 : 0).allMatch(c -> c >= '0' && c <= '9');
        return digits && text.length() > 1 ? "0x" + Long.toHexString(new BigInteger(text).longValue()) : text;
    }
}
