package dev.spoor.workbench;

import dev.spoor.query.parse.EventFields;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

/**
 * A hunt: an ad-hoc query.
 *
 * @param language  id of the query language
 * @param datasets  names of the data sets to look at; empty: all
 * @param limit     how many events or rows at most, if limited
 * @param zone      time zone of dates without one
 * @param parseOnly only check the grammar
 * @param eventFields which fields tell an event's time, category and order (EQL)
 * @param samplesPerKey how many samples of one key at most (EQL)
 */
public record HuntRequest(String language, String query, List<String> datasets, OptionalLong limit, ZoneId zone, boolean parseOnly, EventFields eventFields, int samplesPerKey) {
    public HuntRequest {
        datasets = List.copyOf(datasets);
    }

    /** With the event fields of ECS, and one sample of a key. */
    public HuntRequest(String language, String query, List<String> datasets, OptionalLong limit, ZoneId zone, boolean parseOnly) {
        this(language, query, datasets, limit, zone, parseOnly, EventFields.ECS, 1);
    }
}
