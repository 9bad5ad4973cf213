package dev.spoor.normalize;

import java.util.Map;
import java.util.Optional;

/** Cuts host names into what was registered and what stands before it. */
final class DomainNames {
    /**
     * A host name in parts.
     *
     * @param registered the name somebody registered, {@code nwf.example}
     * @param subdomain  what stands before it, or empty
     * @param top        what names are registered under, {@code example} or {@code co.uk}
     */
    record Parts(String registered, String subdomain, String top) {}

    private DomainNames() {}

    /** The parts of a name of at least two labels; {@code suffixes} has the registries of more than one label. */
    static Optional<Parts> cut(String name, Map<String, String> suffixes) {
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        int dot = host.lastIndexOf('.');
        if (dot <= 0 || Addresses.is4(host)) {
            return Optional.empty();
        }
        int topAt = dot + 1;
        int at = host.lastIndexOf('.', dot - 1);
        for (int labels = 2; labels <= 4 && dot > 0; labels++) {
            int from = at + 1;
            if (suffixes.containsKey(host.substring(from))) {
                topAt = from;
            }
            if (at < 0) {
                break;
            }
            at = host.lastIndexOf('.', at - 1);
        }
        if (topAt == 0) {
            return Optional.empty();
        }
        int registeredAt = host.lastIndexOf('.', topAt - 2) + 1;
        return Optional.of(new Parts(host.substring(registeredAt), registeredAt == 0 ? "" : host.substring(0, registeredAt - 1), host.substring(topAt)));
    }
}
