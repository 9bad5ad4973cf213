/**
 * What a query language offers ({@link dev.spoor.query.parse.QueryLanguage}) and what it is told
 * ({@link dev.spoor.query.parse.QueryContext}). May import {@code query.expr}, {@code query.pipeline}, {@code ecs}, {@code event}.
 */
package dev.spoor.query.parse;
