package dev.spoor.detect.predicates;

import dev.spoor.event.Field;
import dev.spoor.event.View;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.Postings;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the tests on values of any field find in one segment: on the source view, and on the ECS view of events that have no other. Not thread-safe. */
final class KeywordAnswers {
    private final Place keywords;
    private final Segment segment;
    private final Map<Column, Postings> postings;
    private final int muchText;
    private final List<Source> sources = new ArrayList<>();

    /** @param muchText a column with more bytes of text is searched only where it must be */
    KeywordAnswers(Place keywords, Segment segment, Map<Column, Postings> postings, int muchText) {
        this.muchText = muchText;
        this.keywords = keywords;
        this.segment = segment;
        this.postings = postings;
    }

    /**
     * Decides all tests.
     *
     * @param events    whose values are all asked about
     * @param elsewhere tests that must be decided for all events, by their numbers
     */
    void decide(Bitmap events, Bitmap elsewhere) {
        Bitmap without = elsewhere.isEmpty() ? events.copy() : Bitmap.all(segment.size());
        for (Field field : segment.fields()) {
            if (field.view() == View.SOURCE) {
                Column column = segment.column(field).orElseThrow();
                without.andNot(column.present());
                decide(new Source(column, null, postings), events, elsewhere);
            }
        }
        for (Field field : without.isEmpty() ? List.<Field>of() : segment.fields()) {
            if (field.view() == View.ECS) {
                Column column = segment.column(field).orElseThrow();
                Bitmap open = column.present().copy();
                open.and(without);
                if (!open.isEmpty()) {
                    decide(new Source(column, open, postings), events, elsewhere);
                }
            }
        }
    }

    private void decide(Source source, Bitmap events, Bitmap elsewhere) {
        if (!elsewhere.isEmpty() && source.textBytes() < muchText) {
            source.decide(keywords.set());
        } else {
            source.decide(keywords.set(), events, elsewhere);
        }
        if (source.passing().tests() > 0) {
            sources.add(source);
        }
    }

    /** The events of a set with a value that passes a test. */
    Bitmap events(int test, Bitmap within) {
        Bitmap result = new Bitmap(segment.size());
        for (Source source : sources) {
            if (source.passes(test)) {
                source.addEvents(test, result);
            }
        }
        result.and(within);
        return result;
    }
}
