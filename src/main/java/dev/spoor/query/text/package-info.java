/**
 * Source text of queries and rules: {@link dev.spoor.query.text.Span}s in it and {@link dev.spoor.query.text.Diagnostic}s about it.
 * Imports nothing of Spoor.
 */
package dev.spoor.query.text;
