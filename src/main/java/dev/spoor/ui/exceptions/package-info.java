/**
 * Exceptions in the window: the {@link dev.spoor.ui.exceptions.ExceptionEditor editor}, which shows what would vanish while one writes, and the
 * {@link dev.spoor.ui.exceptions.ExceptionsScreen list}. May import {@code ui.control}, {@code ui.common}, {@code workbench} and what that answers.
 */
package dev.spoor.ui.exceptions;
