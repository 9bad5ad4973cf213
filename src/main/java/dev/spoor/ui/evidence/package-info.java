/**
 * The evidence screen: every source of the case with hash, counts, time span and damage. Entry point is {@link dev.spoor.ui.evidence.EvidenceScreen}. May
 * import {@code workbench} and what lies below it, {@code ui.common}, {@code ui.control}; no other screen.
 */
package dev.spoor.ui.evidence;
