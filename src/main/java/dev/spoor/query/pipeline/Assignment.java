package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Scalar;

/** A column and what it is computed from. */
public record Assignment(String column, Scalar value) {}
