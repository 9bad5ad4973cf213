/**
 * What is known about fields: their {@link dev.spoor.ecs.FieldType}, from ECS, from a data set's mapping, or from the values seen. May import
 * {@code event}.
 */
package dev.spoor.ecs;
