package dev.spoor.ui.common;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/**
 * The theme of all windows. It follows the system until the user chooses one. Window thread only.
 */
public final class Appearance {
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean chosen;

    /** Begins with the system's theme. */
    public Appearance() {
        Fonts.load();
        Platform.Preferences system = Platform.getPreferences();
        system.colorSchemeProperty().subscribe(scheme -> {
            if (!chosen) {
                apply(scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
            }
        });
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** The user's choice; from now on the system's does not count. */
    public void choose(Theme wanted) {
        chosen = true;
        apply(wanted);
    }

    /** Dresses a scene, now and when the theme changes. */
    public void dress(Scene scene) {
        scenes.add(scene);
        scene.getStylesheets().setAll(theme.get().sheets());
    }

    private void apply(Theme wanted) {
        theme.set(wanted);
        Application.setUserAgentStylesheet(wanted.userAgentSheet());
        scenes.forEach(scene -> scene.getStylesheets().setAll(wanted.sheets()));
    }
}
