/**
 * The alerts screen: the table of alerts, the pane with everything about one of them, and the decisions. Entry point is
 * {@link dev.spoor.ui.alerts.AlertsScreen}. May import {@code workbench} and what lies below it, {@code ui.common}, {@code ui.control}; no other screen.
 */
package dev.spoor.ui.alerts;
