package dev.spoor.workbench;

import dev.spoor.triage.VariantCount;

/**
 * The numbers of the status bar.
 *
 * @param first    ticks of the earliest event, {@code Time.NONE} for none
 * @param variants how many variants the alerts are of, and how many of them are decided
 */
public record CaseSummary(String name, long events, int sources, int damagedSources, int rulesRan, int rulesNotRun, long alerts, long openAlerts, long first, long last,
        VariantCount variants) {}
