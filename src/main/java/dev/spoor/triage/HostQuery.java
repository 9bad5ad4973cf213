package dev.spoor.triage;

/**
 * A query that only a host can answer, noted for collecting.
 *
 * @param id     chosen by the program
 * @param host   where it is to be asked; empty where the alert names none
 * @param query  osquery SQL
 * @param rule   id of the rule whose guide asks for it
 * @param alert  id of the alert for which it was noted
 * @param author who noted it
 * @param time   ticks of the wall clock
 */
public record HostQuery(String id, String host, String label, String query, String rule, String alert, String author, long time) {}
