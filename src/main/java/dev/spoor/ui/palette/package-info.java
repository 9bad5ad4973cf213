/**
 * The command palette: everything that can be reached or done, found by a few letters. Entry point: {@link dev.spoor.ui.palette.CommandPalette}. May import
 * {@code ui.control}, {@code ui.common}, {@code workbench}, {@code triage}, {@code rule}.
 */
package dev.spoor.ui.palette;
