/**
 * ATT&amp;CK of an alert: tactics, techniques and sub-techniques, and what the case has of each. Entry point is {@link dev.spoor.ui.attack.TechniquesView}. May import
 * {@code workbench} and what lies below it, {@code ui.common}, {@code ui.control}; no other screen.
 */
package dev.spoor.ui.attack;
