package dev.spoor.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;

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

    List<String> sheets() {
        String own = this == LIGHT ? "light.css" : "dark.css";
        return List.of(sheet("base.css"), sheet("controls.css"), sheet("controlsfx.css"), sheet("exceptions.css"), sheet(own));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/dev/spoor/ui/theme/" + name), name).toExternalForm();
    }
}
