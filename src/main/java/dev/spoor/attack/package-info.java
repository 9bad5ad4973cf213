/**
 * The MITRE ATT&amp;CK catalogue (Enterprise): {@link dev.spoor.attack.Threat}s as rules state them, and the tactics and techniques with
 * their names and links. Imports nothing of Spoor.
 */
package dev.spoor.attack;
