/**
 * Building blocks of the screens: severity, badges, values, query text, Markdown, what a rule says. They show what they are given and know no case. May import
 * {@code ui.common} and the models they show ({@code rule}, {@code attack}, {@code triage}).
 */
package dev.spoor.ui.control;
