/**
 * The use cases, the only place that knows both engine and store: {@link dev.spoor.workbench.Investigation} is what window and command line do with a
 * case.
 */
package dev.spoor.workbench;
