package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;

/**
 * An alert with what is searched for words.
 *
 * @param rule  what alerts of a rule have in common, in lower case; mostly the same object for all of them
 * @param place of the alert as the case lists them, from 0
 */
record AlertEntry(Alert alert, String rule, int place) {}
