/**
 * What is known about fields: their {@link dev.spoor.ecs.FieldType}, from ECS ({@link dev.spoor.ecs.EcsCatalogue}), from a data set's mapping
 * ({@link dev.spoor.ecs.ElasticMapping}), or from the kinds of values seen ({@link dev.spoor.ecs.SeenKinds}); {@link dev.spoor.ecs.DatasetTypes} puts
 * the three together. May import {@code event}.
 */
package dev.spoor.ecs;
