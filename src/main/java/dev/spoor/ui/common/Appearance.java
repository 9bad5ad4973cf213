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
 * The theme and the zoom of all windows. The theme follows the system until the user chooses one. Window thread only.
 */
public final class Appearance {
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean chosen;
    private int zoom = 100;

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

    /** The theme follows the system again. */
    public void followSystem() {
        chosen = false;
        apply(Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
    }

    /** Theme and zoom as the user prefers them. */
    public void prefer(Preferences preferences) {
        zoom = preferences.zoom();
        switch (preferences.theme()) {
            case SYSTEM -> followSystem();
            case LIGHT -> choose(Theme.LIGHT);
            case DARK -> choose(Theme.DARK);
        }
    }

    /** How large everything is, per cent. */
    public int zoom() {
        return zoom;
    }

    /** Dresses a scene, now and when the theme changes. */
    public void dress(Scene scene) {
        scenes.add(scene);
        scene.getStylesheets().setAll(theme.get().sheets(zoom));
    }

    private void apply(Theme wanted) {
        theme.set(wanted);
        Application.setUserAgentStylesheet(wanted.userAgentSheet());
        scenes.forEach(scene -> scene.getStylesheets().setAll(wanted.sheets(zoom)));
    }
}
