package dev.spoor.report;

import java.util.Locale;

/** A part of the report that can be left out, in the order of the report. */
public enum ReportSection {
    SUMMARY("Summary"), LIMITS("Limits"), EVIDENCE("Evidence"), ALERTS("Alerts"), FALSE_POSITIVES("False positives"), EXCEPTIONS("Exceptions"), TIMELINE("Timeline"),
    ATTACK("ATT&CK"), RULES("Rules"), JOURNAL("Journal");

    private final String title;

    ReportSection(String title) {
        this.title = title;
    }

    /** How the report calls it. */
    public String title() {
        return title;
    }

    /** The name for programs, {@code false_positives}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
