package dev.spoor.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Light or dark. */
public enum Theme {
    LIGHT, DARK;

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    String userAgentSheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    /** Spoor's own style sheets, in the order in which they count. */
    List<String> sheets(int zoom) {
        String own = this == LIGHT ? "light.css" : "dark.css";
        return Stream.of("base.css", "controls.css", "start.css", "controlsfx.css", "exceptions.css", "guide.css", own)
                .map(name -> zoom == 100 ? sheet(name).toExternalForm() : larger(name, zoom)).toList();
    }

    private static String larger(String name, int zoom) {
        try (InputStream in = sheet(name).openStream()) {
            return Zoom.address(Zoom.scaled(new String(in.readAllBytes(), StandardCharsets.UTF_8), zoom));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/dev/spoor/ui/theme/" + name), name);
    }
}
