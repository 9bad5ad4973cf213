package dev.spoor.ui.common;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which links of rules and guides may be clicked. */
public final class Links {
    private static final int LONGEST = 2000;

    private Links() {}

    /**
     * The target of a link that may be opened: {@code http} or {@code https}, a plain ASCII host name, no user name in it (which would let
     * {@code https://known.example@other.example} pretend), not longer than 2,000 characters. Everything else is shown as text.
     */
    public static Optional<URI> target(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean web = uri.getScheme() != null && (scheme(uri).equals("https") || scheme(uri).equals("http"));
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
