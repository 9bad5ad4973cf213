/**
 * What every screen of the window needs and no screen owns: background work ({@link dev.spoor.ui.common.Tasks}), texts
 * ({@link dev.spoor.ui.common.Messages}), how values, numbers and times are written ({@link dev.spoor.ui.common.SafeText},
 * {@link dev.spoor.ui.common.Formats}), fonts and themes, and what the desktop offers ({@link dev.spoor.ui.common.Desktop}). May import {@code job},
 * {@code event}.
 */
package dev.spoor.ui.common;
