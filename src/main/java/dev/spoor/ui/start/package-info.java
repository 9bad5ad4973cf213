/**
 * The start screen and the loading of evidence: begin a case, open one, follow each file while it is read. Entry points are
 * {@link dev.spoor.ui.start.StartScreen}, {@link dev.spoor.ui.start.Loading} and its view {@link dev.spoor.ui.start.LoadingCard}. May import {@code workbench}
 * and what lies below it, {@code ui.common}, {@code ui.control}; no other screen.
 */
package dev.spoor.ui.start;
