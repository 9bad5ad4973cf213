package dev.spoor.query.expr;

import dev.spoor.event.Field;
import java.util.List;

/**
 * A field as a query names it, and the fields of an event that may stand for it. The first of them that an event has is the one: for Elastic's languages the
 * ECS view's, then the source view's; for Sigma and SPL the other way round.
 *
 * @param name       the name as written in the query, without quotes
 * @param candidates in the order in which they are tried; empty where nothing stands for the name (it is then missing in every event)
 */
public record FieldRef(String name, List<Field> candidates) {
    public FieldRef {
        candidates = List.copyOf(candidates);
    }
}
