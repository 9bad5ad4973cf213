/**
 * What analysts work on: {@link dev.spoor.triage.Alert}s, their {@link dev.spoor.triage.Status} and {@link dev.spoor.triage.Reason}, and how matches become
 * alerts with stable ids ({@link dev.spoor.triage.AlertFactory}, {@link dev.spoor.triage.AlertIdentity}). {@link dev.spoor.triage.Suppression} puts matches of rules that ask for it
 * together. May import {@code rule}, {@code detect}, {@code segment}, {@code event}.
 */
package dev.spoor.triage;
