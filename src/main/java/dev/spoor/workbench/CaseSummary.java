package dev.spoor.workbench;

/**
 * The numbers of the status bar.
 *
 * @param first ticks of the earliest event, {@code Time.NONE} for none
 */
public record CaseSummary(String name, long events, int sources, int damagedSources, int rulesRan, int rulesNotRun, long alerts, long openAlerts, long first, long last) {}
