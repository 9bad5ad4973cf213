package dev.spoor.rule;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a rule runs in its home.
 *
 * @param interval   time between runs as stated ({@code 5m}), if stated
 * @param from       start of the window as stated ({@code now-9m}), if stated
 * @param to         end of the window as stated, if stated
 * @param maxSignals how many alerts one run makes at most, if stated; recorded, never applied
 */
public record Schedule(Optional<String> interval, Optional<String> from, Optional<String> to, OptionalInt maxSignals) {
    public static final Schedule NONE = new Schedule(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
}
