/**
 * The report: a {@link dev.spoor.report.CaseSnapshot} goes in, a self-contained document comes out. Entry point:
 * {@link dev.spoor.report.ReportWriter}. The same snapshot gives the same bytes; the wall clock is not in it. May import {@code triage}, {@code rule},
 * {@code rule.exceptions}, {@code attack}, {@code event}.
 */
package dev.spoor.report;
