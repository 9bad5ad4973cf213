package dev.spoor.workbench;

import java.util.List;

/**
 * Why an exception would keep no alert away.
 *
 * @param names what it is about, see {@link Reason}
 */
public record NothingVanishes(Reason reason, List<String> names) {
    /** The reasons. */
    public enum Reason {
        /** The exception is switched off. */
        SWITCHED_OFF,
        /** Its last day has passed. */
        EXPIRED,
        /** The rules have no alerts in this case. */
        NO_ALERTS,
        /** Its rules are not in the case, or cannot run. */
        NO_RULES,
        /** Other exceptions, named here, keep the alerts away already that it would hold for. */
        KEPT_AWAY_ALREADY,
        /** It holds for alerts that the rules no longer give, with or without it. */
        NOT_GIVEN_ANY_MORE,
        /** No event or row of the alerts has the fields named here. */
        FIELD_MISSING,
        /** The conditions named here, as sentences, hold for no alert. */
        CONDITION_NEVER_HOLDS,
        /** Each condition holds for some alert, but they do for none together. */
        NEVER_TOGETHER
    }

    public NothingVanishes {
        names = List.copyOf(names);
    }
}
