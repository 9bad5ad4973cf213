/**
 * The rules screen: every rule of the case with whether it can run and how many alerts it has, and a page with all that a rule says. Entry point is
 * {@link dev.spoor.ui.rules.RulesScreen}. May import {@code workbench} and what lies below it, {@code ui.common}, {@code ui.control}; no other screen.
 */
package dev.spoor.ui.rules;
