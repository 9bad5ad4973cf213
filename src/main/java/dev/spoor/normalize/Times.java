package dev.spoor.normalize;

import dev.spoor.event.Time;

/** Reads the times that records have. */
final class Times {
    private Times() {}

    /** Ticks of an ISO time, or of a number of seconds (10 digits) or milliseconds (13 digits) since 1970. */
    static long parse(String text) {
        long time = Time.parse(text);
        boolean digits = (text.length() == 10 || text.length() == 13) && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) * (text.length() == 10 ? Time.SECOND : Time.SECOND / 1000) : time;
    }

    /** The record's spelling of a time where that is ISO with a zone, else the ticks in ISO. */
    static String spelling(String text, long time) {
        return text.length() > 10 && text.charAt(10) == 'T' && text.endsWith("Z") ? text : Time.iso(time);
    }
}
