/**
 * The window: the composition root of the screens. Entry point is {@link dev.spoor.ui.app.SpoorApp}. May import all of {@code ui} and {@code workbench}.
 */
package dev.spoor.ui.app;
