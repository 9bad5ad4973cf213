package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Scalar;

/**
 * Gives a column another name. A column that has the new name already goes.
 *
 * @param value what the column holds, where it is a field of the event
 */
public record Renaming(String from, Scalar value, String to) {}
