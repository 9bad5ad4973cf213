/**
 * The one pipeline form that the table languages (SPL, later ES|QL) are lowered to: stages named for what they do; and the form of patterns over several events
 * ({@link dev.spoor.query.pipeline.EventPattern}). May import
 * {@code query.expr}, {@code query.text}, {@code event}.
 */
package dev.spoor.query.pipeline;
