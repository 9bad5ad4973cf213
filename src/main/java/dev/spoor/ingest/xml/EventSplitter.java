package dev.spoor.ingest.xml;

import dev.spoor.ingest.IngestException;
import java.util.Optional;

/** Cuts a file into the texts of its events. Every byte is looked at a bounded number of times, whatever the file holds. Not thread-safe. */
final class EventSplitter {
    /**
     * An event's text, or what stands there in place of an event.
     *
     * @param offset  byte offset in the file
     * @param text    from {@code <Event} to {@code </Event>}, with their prefix if they have one; empty where there is a problem
     * @param problem why there is no text
     */
    record Piece(long offset, String text, Optional<String> problem) {}

    private static final int LONGEST_TAG = 2_048;
    private static final int LONGEST_PREFIX = 32;
    private static final String RECORD = "Record ";
    private static final int RECORD_LINE = 40;

    private final Units units;
    private final int limit;
    private final int width;
    private final StringBuilder between = new StringBuilder();
    private long at;

    EventSplitter(Units units, EventXmlLimits limits) {
        this.units = units;
        limit = limits.bytes();
        width = units.encoding().width();
        at = units.encoding().mark();
    }

    /** The next event or problem, or empty at the end. */
    Optional<Piece> next() throws IngestException {
        long stray = -1;
        between.setLength(0);
        for (int c = units.at(at); c != Units.END; c = units.at(at)) {
            units.keepFrom(at);
            if (c == '<' && isRecordLine()) {
                stray = -1;
                between.setLength(0);
            }
            if (c == '<' && opens(at)) {
                return Optional.of(stray >= 0 ? foreign(stray) : event(at));
            }
            if (c == '<' && (isTag(at, "<", "Events") || isTag(at, "</", "Events") || isTag(at, "<", "?xml"))) {
                at = afterTag(at);
                continue;
            }
            stray = stray < 0 && c > ' ' ? at : stray;
            if (stray >= 0 && between.length() <= RECORD_LINE) {
                between.append((char) c);
            }
            at += width;
        }
        return stray >= 0 ? Optional.of(foreign(stray)) : Optional.empty();
    }

    /** The event that begins at an offset. */
    Piece at(long offset) throws IngestException {
        return opens(offset) ? event(offset) : new Piece(offset, "", Optional.of("no event begins here"));
    }

    /** Whether the text since the last event is a line {@code Record 12}, which evtx_dump writes before each event. */
    private boolean isRecordLine() {
        if (between.length() > RECORD_LINE || between.indexOf(RECORD) != 0) {
            return false;
        }
        String number = between.substring(RECORD.length()).strip();
        return !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Piece foreign(long from) {
        return new Piece(from, "", Optional.of("text that belongs to no event, " + (at - from) + " bytes"));
    }

    private Piece event(long start) throws IngestException {
        int depth = 0;
        boolean literal = false;
        at = start;
        for (int c = units.at(at); c != Units.END; c = units.at(at)) {
            if (at - start > limit) {
                return new Piece(start, "", Optional.of("an event of more than " + limit + " bytes"));
            }
            if (literal) {
                literal = !(c == ']' && starts(at, "]]>"));
            } else if (c == '<') {
                if (starts(at, "<![CDATA[")) {
                    literal = true;
                } else if (opens(at)) {
                    if (depth > 0 && beginsRecord(at)) {
                        return new Piece(start, "", Optional.of("the event has no end; the next one begins at byte " + at));
                    }
                    depth += closesItself(at) ? 0 : 1;
                } else if (isTag(at, "</", "Event")) {
                    depth--;
                }
                if (depth == 0 && !literal) {
                    at = afterTag(at);
                    return new Piece(start, units.text(start, at), Optional.empty());
                }
            }
            at += width;
        }
        return new Piece(start, "", Optional.of("the file ends within an event"));
    }

    private boolean opens(long offset) throws IngestException {
        return isTag(offset, "<", "Event");
    }

    /** Whether a tag begins here, with or without a prefix, and its name ends where the text does. */
    private boolean isTag(long offset, String begin, String name) throws IngestException {
        if (!starts(offset, begin)) {
            return false;
        }
        long from = offset + (long) begin.length() * width;
        if (units.at(from) != name.charAt(0) || !starts(from, name)) {
            from = behindPrefix(from);
        }
        int next = starts(from, name) ? units.at(from + (long) name.length() * width) : -1;
        return next == '>' || next == '/' || next >= 0 && next <= ' ';
    }

    /** The offset behind a prefix and its colon, or the same where there is none. */
    private long behindPrefix(long from) throws IngestException {
        for (int i = 0; i < LONGEST_PREFIX; i++) {
            int c = units.at(from + (long) i * width);
            if (c == ':') {
                return from + (i + 1L) * width;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
            if (!letter) {
                return from;
            }
        }
        return from;
    }

    private boolean starts(long offset, String begin) throws IngestException {
        for (int i = 0; i < begin.length(); i++) {
            if (units.at(offset + (long) i * width) != begin.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a System element follows the tag: then this is a record, not an element called Event in the data of another. */
    private boolean beginsRecord(long tag) throws IngestException {
        long place = afterTag(tag);
        int blanks = 0;
        while (units.at(place) >= 0 && units.at(place) <= ' ' && blanks++ < LONGEST_TAG) {
            place += width;
        }
        return isTag(place, "<", "System");
    }

    private boolean closesItself(long tag) throws IngestException {
        long end = afterTag(tag);
        return end > tag + width && units.at(end - 2L * width) == '/';
    }

    /** The offset behind a tag; behind its first character where it does not end. */
    private long afterTag(long tag) throws IngestException {
        int quote = 0;
        long place = tag + width;
        for (int i = 0; i < LONGEST_TAG; i++, place += width) {
            int c = units.at(place);
            if (c == Units.END || c == '<') {
                break;
            }
            if (quote == 0 && c == '>') {
                return place + width;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
        }
        return tag + width;
    }
}
