/**
 * The event model: an {@link dev.spoor.event.Event} is a flat set of {@link dev.spoor.event.Field}s with
 * {@link dev.spoor.event.Values}, plus where it came from ({@link dev.spoor.event.Origin}) and when
 * ({@link dev.spoor.event.Time}). Imports nothing of Spoor.
 *
 * <p>A value keeps the spelling it had in the source ({@code 1.0} stays {@code 1.0}); what it means (number, date, address) is
 * decided by the field's type when a condition is evaluated, once per distinct value.
 *
 * <p>Arrays of objects are kept twice: each leaf as a multi-valued field ({@code courses.name}), and the array itself as one value of
 * kind {@link dev.spoor.event.Value.Kind#JSON} under its own path ({@code courses}), from which nested conditions are answered and the
 * document is written again. Empty arrays, empty objects and JSON null are values of kind JSON too: nothing is dropped, and none of them
 * counts as present.
 */
package dev.spoor.event;
