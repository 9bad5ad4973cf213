package dev.spoor.cli;

import dev.spoor.job.Job;
import java.io.PrintStream;
import java.util.Locale;

/** Progress on standard error: a line that is written over on a terminal, nothing elsewhere. */
final class ProgressBar implements Job {
    private static final long PAUSE_NANOS = 100_000_000L;
    private final PrintStream err;
    private final boolean shown;
    private long next;
    private int width;

    ProgressBar(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    @Override public synchronized void report(String what, long done, long total) {
        long now = System.nanoTime();
        if (!shown || now < next) {
            return;
        }
        next = now + PAUSE_NANOS;
        String line = total > 0 ? String.format(Locale.ROOT, "%3d %%  %s", Math.min(100, done * 100 / total), what) : String.format(Locale.ROOT, "%,d  %s", done, what);
        String cut = PlainText.line(line, 100);
        err.print("\r" + cut + " ".repeat(Math.max(0, width - cut.length())));
        err.flush();
        width = cut.length();
    }

    @Override public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    synchronized void done() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}
