/**
 * MITRE ATT&amp;CK (Enterprise). Entry points: {@link dev.spoor.attack.AttackCatalogue} (tactics and techniques with their names, links, parents and
 * successors) and {@link dev.spoor.attack.Threat} (what a rule says of ATT&amp;CK, gathered with {@link dev.spoor.attack.ThreatList}). Imports nothing of
 * Spoor.
 */
package dev.spoor.attack;
