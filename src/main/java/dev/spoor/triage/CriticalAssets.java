package dev.spoor.triage;

import dev.spoor.rule.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The hosts and users on whom much depends. An alert about one of them counts one severity higher. Immutable. */
public final class CriticalAssets {
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> users = new HashSet<>();

    /** These. */
    public CriticalAssets(List<CriticalAsset> assets) {
        for (CriticalAsset asset : assets) {
            (asset.kind() == CriticalAsset.Kind.HOST ? hosts : users).add(asset.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether a host or user is one of them: by its whole name, by a host's name without its DNS suffix, by a user's without domain. */
    public boolean contains(CriticalAsset.Kind kind, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case HOST -> hosts.contains(lower) || lower.indexOf('.') > 0 && hosts.contains(lower.substring(0, lower.indexOf('.')));
            case USER -> users.contains(lower) || lower.indexOf('\\') > 0 && users.contains(lower.substring(lower.indexOf('\\') + 1));
        };
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return hosts.isEmpty() && users.isEmpty();
    }

    /** The alert with the severity that counts: one higher where its host or its user is critical, and never above critical. */
    public Alert raised(Alert alert) {
        if (isEmpty()) {
            return alert;
        }
        boolean critical = alert.host().filter(host -> contains(CriticalAsset.Kind.HOST, host)).isPresent()
                || alert.user().filter(user -> contains(CriticalAsset.Kind.USER, user)).isPresent();
        return critical ? alert.withSeverity(higher(alert.severity())) : alert;
    }

    private static Severity higher(Severity severity) {
        return Severity.values()[Math.min(severity.ordinal() + 1, Severity.values().length - 1)];
    }

    /** The name by which two spellings of a host or user count as one. */
    static Optional<String> key(Optional<String> name) {
        return name.map(text -> text.strip().toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty() && !text.equals("-"));
    }
}
