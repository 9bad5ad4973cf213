package dev.spoor.exec.aggregate;

/** Gathers the values of one measure in one group. Not thread-safe. */
public interface Accumulator {
    /**
     * Adds what a row gives.
     *
     * @param value the argument's value; null where the row has none, or any constant where the measure has no argument
     * @param time  time of the row in seconds, or null
     */
    void add(Object value, Double time);

    /** The measure of all that was added. */
    Object result();

    /** Whether the times of rows count. */
    default boolean timed() {
        return false;
    }

    /** How many values are held in memory. */
    default long held() {
        return 0;
    }
}
