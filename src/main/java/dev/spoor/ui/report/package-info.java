/**
 * The dialog that asks what a report should tell: sections, kind, and what to look at before it is exported. Entry point:
 * {@link dev.spoor.ui.report.ReportDialog}. May import {@code ui.control}, {@code ui.common}, {@code report}, {@code workbench}.
 */
package dev.spoor.ui.report;
