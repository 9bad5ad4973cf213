package dev.spoor.workbench;

import java.util.List;

/**
 * How much exceptions would keep away beside the alerts that they are made for, now and in runs to come.
 *
 * @param events     events of the case that satisfy them
 * @param otherEvents those that belong to no alert of their rules: what would vanish unseen if a rule came to find it
 * @param hosts      different hosts of all these events
 * @param users      different users of all these events
 * @param score      0 (narrow) to 100 (broad): the sum of {@link Reason#points()}
 * @param reasons    what makes them broad, the weightiest first
 * @param writable   the values that name folders which users can write to, or any folder
 */
public record ExceptionBreadth(long events, long otherEvents, int hosts, int users, int score, List<Reason> reasons, List<String> writable) {
    /** What makes an exception broad. */
    public enum Reason {
        /** One condition only. */
        SINGLE_CONDITION(30),
        /** A path that users can write to, or a name in any folder: whoever puts a file there is excepted. */
        WRITABLE_PATH(25),
        /** It holds for rules that nobody named. */
        MANY_RULES(20),
        /** Many events that are no alerts satisfy it. */
        OTHER_EVENTS(20),
        /** It holds on more than a few hosts. */
        MANY_HOSTS(15),
        /** It holds for more than a few users. */
        MANY_USERS(10),
        /** It never ends. */
        NO_END(5);

        private final int points;

        Reason(int points) {
            this.points = points;
        }

        /** How much it adds to the score. */
        public int points() {
            return points;
        }
    }

    /** The score in a word. */
    public enum Grade {
        NARROW, MEDIUM, BROAD
    }

    public ExceptionBreadth {
        reasons = List.copyOf(reasons);
        writable = List.copyOf(writable);
    }

    /** Narrow below 30, broad from 60 on. */
    public Grade grade() {
        return score < 30 ? Grade.NARROW : score < 60 ? Grade.MEDIUM : Grade.BROAD;
    }
}
