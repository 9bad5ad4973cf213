package dev.spoor.coverage;

/**
 * An event that says that a log was cleared (Security 1102, System 104 of the provider Microsoft-Windows-Eventlog).
 *
 * @param event its number in the case
 * @param time  in ticks, or {@code Time.NONE}
 * @param host  the computer, empty where the event does not name it
 * @param log   the log that the event stands in
 * @param code  1102 or 104
 */
public record ClearedLog(long event, long time, String host, String log, String code) {}
