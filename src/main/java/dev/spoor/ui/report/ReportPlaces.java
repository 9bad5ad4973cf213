package dev.spoor.ui.report;

/** Where the links of the checks lead; the dialog is closed before. */
public record ReportPlaces(Runnable alerts, Runnable evidence, Runnable rules) {}
