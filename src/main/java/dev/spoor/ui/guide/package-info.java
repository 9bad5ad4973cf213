/**
 * The guide of an alert as a checklist: steps with state, note and pinned evidence, searches with their counts, the list of what is to be asked of hosts, and the question
 * that is asked when an alert is closed with open steps. Entry point is {@link dev.spoor.ui.guide.GuideDesk}. May import {@code workbench} and what lies below it,
 * {@code ui.common}, {@code ui.control}; no other screen.
 */
package dev.spoor.ui.guide;
