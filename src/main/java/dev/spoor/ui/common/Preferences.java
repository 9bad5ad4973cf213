package dev.spoor.ui.common;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user chose for all cases. Immutable.
 *
 * @param analyst      how the user signs; empty: not asked yet
 * @param theme        which theme
 * @param zoom         per cent, 100 to 200
 * @param localTime    times in the zone of this computer instead of UTC
 * @param shippedRules run the rules that come with Spoor
 * @param ruleFolders  further rules to run
 * @param recent       cases, the one opened last first
 */
public record Preferences(Optional<String> analyst, ThemeChoice theme, int zoom, boolean localTime, boolean shippedRules, List<Path> ruleFolders, List<RecentCase> recent) {
    public static final Preferences DEFAULT = new Preferences(Optional.empty(), ThemeChoice.SYSTEM, 100, false, true, List.of(), List.of());
    private static final int MAX_RECENT = 12;

    /** Which theme the window has. */
    public enum ThemeChoice {
        SYSTEM, LIGHT, DARK
    }

    /** A case that was opened. */
    public record RecentCase(Path path, Instant opened) {}

    public Preferences {
        zoom = Math.clamp(zoom, 100, 200);
        ruleFolders = List.copyOf(ruleFolders);
        recent = List.copyOf(recent);
    }

    public Preferences withAnalyst(String name) {
        return new Preferences(name.isBlank() ? Optional.empty() : Optional.of(name.strip()), theme, zoom, localTime, shippedRules, ruleFolders, recent);
    }

    public Preferences withTheme(ThemeChoice wanted) {
        return new Preferences(analyst, wanted, zoom, localTime, shippedRules, ruleFolders, recent);
    }

    /** With a case at the head of the recent ones. */
    public Preferences opened(Path file, Instant now) {
        List<RecentCase> cases = new ArrayList<>(without(file).recent);
        cases.addFirst(new RecentCase(file.toAbsolutePath(), now));
        return withRecent(cases.subList(0, Math.min(MAX_RECENT, cases.size())));
    }

    /** Without a case among the recent ones. */
    public Preferences without(Path file) {
        return withRecent(recent.stream().filter(one -> !one.path().equals(file.toAbsolutePath())).toList());
    }

    private Preferences withRecent(List<RecentCase> cases) {
        return new Preferences(analyst, theme, zoom, localTime, shippedRules, ruleFolders, cases);
    }
}
