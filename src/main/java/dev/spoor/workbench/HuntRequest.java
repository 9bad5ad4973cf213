package dev.spoor.workbench;

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
 */
public record HuntRequest(String language, String query, List<String> datasets, OptionalLong limit, ZoneId zone, boolean parseOnly) {
    public HuntRequest {
        datasets = List.copyOf(datasets);
    }
}
