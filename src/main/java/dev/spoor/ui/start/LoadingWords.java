package dev.spoor.ui.start;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a load is put into words. */
final class LoadingWords {
    private static final double SECOND = 1e9;

    private LoadingWords() {}

    /** {@code 1.4 s}, {@code 2 min 5 s}. */
    static String duration(long nanos) {
        double seconds = nanos / SECOND;
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole < 3600 ? whole / 60 + " min " + whole % 60 + " s" : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** What the last column says. */
    static String state(FileRow file) {
        return switch (file.state()) {
            case WAITING -> Messages.text("loading.waiting");
            case HASHING -> Messages.text("loading.hashing");
            case READING -> file.rate() == 0 ? Messages.text("loading.reading") : Messages.text("loading.rate", file.rate());
            case DONE -> Messages.text("loading.in", duration(file.nanos()));
            case REFUSED -> Messages.text("loading.refused");
            case DUPLICATE -> Messages.text("loading.duplicate");
            case LEFT -> Messages.text("loading.left");
        };
    }

    /** The line below a file; empty for none. */
    static String remark(FileRow file) {
        String remark = SafeText.line(file.remark().startsWith(file.name() + " ") ? file.remark().substring(file.name().length() + 1) : file.remark(), 400);
        return switch (file.state()) {
            case DUPLICATE -> Messages.text("loading.duplicateOf", remark);
            case WAITING, HASHING, READING, DONE, REFUSED, LEFT -> file.damaged() > 1 ? Messages.text("loading.problems", file.damaged(), remark) : remark;
        };
    }

    /** What the head of the card says. */
    static String title(LoadProgress now) {
        return switch (now.phase()) {
            case NONE, LOADING -> now.files().isEmpty() ? Messages.text("loading.listing") : Messages.text("loading.title", now.files().size());
            case DETECTING -> Messages.text("loading.detecting");
            case DONE -> Messages.text("loading.done", now.count(FileRow.State.DONE));
            case CANCELLED -> Messages.text("loading.cancelled");
            case FAILED -> Messages.text("loading.failed");
        };
    }

    /** Events, speed and what is left of the time. */
    static String pace(LoadProgress now) {
        List<String> parts = new ArrayList<>(List.of(Messages.text("loading.events", now.records())));
        if (now.phase() == LoadProgress.Phase.LOADING && now.rate() > 0) {
            parts.add(Messages.text("loading.eventsRate", now.rate()));
        }
        if (now.left() >= 0) {
            parts.add(Messages.text("loading.remaining", duration(now.left())));
        }
        return String.join(" · ", parts);
    }

    /** One sentence about the end. */
    static String outcome(LoadProgress now) {
        String refused = now.count(FileRow.State.REFUSED) + now.notFound().size() == 0 ? ""
                : " " + Messages.text("loading.outcomeRefused", now.count(FileRow.State.REFUSED) + now.notFound().size());
        String known = now.count(FileRow.State.DUPLICATE) == 0 ? "" : " " + Messages.text("loading.outcomeKnown", now.count(FileRow.State.DUPLICATE));
        return switch (now.phase()) {
            case FAILED -> Messages.text("loading.outcomeFailed", now.message());
            case CANCELLED -> Messages.text("loading.outcomeCancelled", now.count(FileRow.State.DONE));
            case NONE, LOADING, DETECTING, DONE -> Messages.text("loading.outcome", now.count(FileRow.State.DONE), Formats.count(now.records())) + refused + known;
        };
    }
}
