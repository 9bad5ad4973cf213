package dev.spoor.job;

/**
 * What long work reports to and asks whether it should go on. Implementations must be safe to call from any thread and cheap:
 * work calls {@link #report} up to some hundred times a second.
 */
public interface Job {
    /** A job that reports to nobody and is never cancelled. */
    Job SILENT = new Job() {
        @Override public void report(String what, long done, long total) {}

        @Override public boolean cancelled() {
            return false;
        }
    };

    /**
     * Says how far the work is.
     *
     * @param what  what is worked on, in words a user knows (a file name, a rule name)
     * @param done  units done so far (bytes, events or rules, as the caller likes)
     * @param total units in all, or -1 where nobody knows
     */
    void report(String what, long done, long total);

    /** Whether the user asked to stop. */
    boolean cancelled();

    /** Ends the work when the user asked to stop. */
    default void check() {
        if (cancelled()) {
            throw new CancelledException();
        }
    }
}
