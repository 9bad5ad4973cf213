package dev.spoor.exec.run;

import dev.spoor.segment.EventRow;

/** Gives events their numbers in the case. */
@FunctionalInterface
public interface EventIds {
    long id(EventRow event);
}
