package dev.spoor.detect.predicates;

import dev.spoor.event.Field;
import dev.spoor.exec.CompiledTest;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.Postings;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests of one place find in one segment. Not thread-safe. */
final class PlaceAnswers {
    /** A test that is decided alone is asked about all values of columns with less than this part of much text. */
    private static final int LITTLE = 16;
    /** "Few" events are less than one in so many. */
    static final int FEW = 8;
    private final Place place;
    private final List<Source> sources = new ArrayList<>();
    private final int size;
    private boolean big;
    private boolean little = true;
    private boolean decided;

    PlaceAnswers(Place place, Segment segment, Map<Column, Postings> postings, int muchText) {
        this.place = place;
        this.size = segment.size();
        List<Column> columns = new ArrayList<>();
        Bitmap covered = new Bitmap(size);
        for (Field field : place.candidates()) {
            Optional<Column> column = segment.column(field);
            if (column.isPresent() && columns.stream().noneMatch(before -> before == column.get())) {
                columns.add(column.get());
                add(column.get(), covered, postings, muchText);
            }
        }
    }

    private void add(Column column, Bitmap covered, Map<Column, Postings> postings, int muchText) {
        Bitmap open = column.present().copy();
        open.andNot(covered);
        if (!open.isEmpty()) {
            Source source = new Source(column, open.equals(column.present()) ? null : open, postings);
            sources.add(source);
            big |= source.textBytes() > muchText;
            little &= source.textBytes() < muchText / LITTLE;
            covered.or(open);
        }
    }

    Place place() {
        return place;
    }

    /** Whether no event has a value here. */
    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Whether there is so much text that it is searched last. */
    boolean big() {
        return big;
    }

    /** Whether tests that are decided alone may be asked about all values. */
    boolean little() {
        return little;
    }

    /** Decides the tests that are decided together, for all values. */
    void decide() {
        sources.forEach(source -> source.decide(place.set()));
        decided = true;
    }

    /** Decides them for the values of some events; some tests for all values. */
    void decide(Bitmap events, Bitmap elsewhere) {
        sources.forEach(source -> source.decide(place.set(), events, elsewhere));
        decided = true;
    }

    boolean decided() {
        return decided;
    }

    List<Source> sources() {
        return sources;
    }

    /** The events with a value that passes a test, as far as they were asked about; null for none. */
    Bitmap events(Node.Tested tested) {
        Bitmap result = null;
        for (Source source : sources) {
            boolean together = tested.test() >= 0;
            if (!together || source.passes(tested.test())) {
                result = result == null ? new Bitmap(size) : result;
                if (together) {
                    source.addEvents(tested.test(), result);
                } else {
                    source.addEvents(tested.alone(), result);
                }
            }
        }
        return result;
    }

    /** The events of a set with a value that passes a test, which is asked about these alone. */
    Bitmap events(CompiledTest test, Bitmap within) {
        Bitmap result = new Bitmap(size);
        sources.forEach(source -> source.addEvents(test, within, result));
        return result;
    }
}
