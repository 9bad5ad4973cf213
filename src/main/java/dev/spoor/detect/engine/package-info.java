/**
 * The pass: all rules over the segments of a case. Entry point: {@link dev.spoor.detect.engine.DetectionEngine}. May import {@code detect}, {@code detect.predicates},
 * {@code detect.stateful}, {@code exec}, {@code exec.run}, {@code segment}, {@code ecs}.
 */
package dev.spoor.detect.engine;
