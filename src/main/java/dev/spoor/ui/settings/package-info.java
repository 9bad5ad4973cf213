/**
 * What the user chooses for all cases. Entry points are {@link dev.spoor.ui.settings.SettingsDialog} and {@link dev.spoor.ui.settings.AnalystDialog}. May import
 * {@code ui.common} and {@code ui.control}; no other screen.
 */
package dev.spoor.ui.settings;
