/**
 * What a query language offers ({@link dev.spoor.query.parse.QueryLanguage}) and what it is told
 * ({@link dev.spoor.query.parse.QueryContext}); what the languages share: values on typed fields
 * ({@link dev.spoor.query.parse.TypedMatch}), field names of Elastic's languages ({@link dev.spoor.query.parse.ElasticFields}), nearest known names
 * ({@link dev.spoor.query.parse.Suggestions}). May import {@code query.expr}, {@code query.pipeline}, {@code query.text}, {@code ecs}, {@code event}.
 */
package dev.spoor.query.parse;
