package dev.spoor.workbench;

import dev.spoor.event.Time;
import java.time.Instant;

/** The wall clock, for the register, the journal and decisions; never for events. */
final class Clock {
    private Clock() {}

    static long now() {
        return Time.of(Instant.now());
    }
}
