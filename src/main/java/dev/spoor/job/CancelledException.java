package dev.spoor.job;

/** The user asked to stop. Whoever started the work catches it; what was acknowledged before stays. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled");
    }
}
