package dev.spoor.ingest.xml;

import dev.spoor.ingest.IngestException;
import java.util.Optional;

/** Cuts a file into the texts of its events. Every byte is looked at a bounded number of times, whatever the file holds. Not thread-safe. */
final class EventSplitter {
    /**
     * An event's text, or what stands there in place of an event.
     *
     * @param offset  byte offset in the file
     * @param text    from {@code <Event} to {@code </Event>}; empty where there is a problem
     * @param problem why there is no text
     */
    record Piece(long offset, String text, Optional<String> problem) {}

    private static final int LONGEST_TAG = 2_048;

    private final Units units;
    private final int limit;
    private final int width;
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
        for (int c = units.at(at); c != Units.END; c = units.at(at)) {
            units.keepFrom(at);
            if (c == '<' && opens(at)) {
                return Optional.of(stray >= 0 ? foreign(stray) : event(at));
            }
            if (c == '<' && (isTag(at, "<Events") || isTag(at, "</Events") || isTag(at, "<?xml"))) {
                at = afterTag(at);
                continue;
            }
            stray = stray < 0 && c > ' ' ? at : stray;
            at += width;
        }
        return stray >= 0 ? Optional.of(foreign(stray)) : Optional.empty();
    }

    /** The event that begins at an offset. */
    Piece at(long offset) throws IngestException {
        return opens(offset) ? event(offset) : new Piece(offset, "", Optional.of("no event begins here"));
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
                } else if (isTag(at, "</Event")) {
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
        return isTag(offset, "<Event");
    }

    /** Whether a tag begins here, and its name ends where the text does. */
    private boolean isTag(long offset, String begin) throws IngestException {
        if (!starts(offset, begin)) {
            return false;
        }
        int next = units.at(offset + (long) begin.length() * width);
        return next == '>' || next == '/' || next <= ' ';
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
        return isTag(place, "<System");
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
