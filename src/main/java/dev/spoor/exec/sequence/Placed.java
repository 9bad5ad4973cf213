package dev.spoor.exec.sequence;

/**
 * A candidate with its place.
 *
 * @param place its number in the order of time, from 0
 */
record Placed<E>(Candidate<E> candidate, EventClock.Tick tick, int place) {
    long time() {
        return tick.time();
    }
}
