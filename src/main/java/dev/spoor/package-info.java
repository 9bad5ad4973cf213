/** Spoor's entry point. The packages and what may import what are described in docs/architecture.md. */
package dev.spoor;
