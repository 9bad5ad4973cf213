package dev.spoor.ui.settings;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Preferences;
import dev.spoor.ui.common.Preferences.ThemeChoice;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import java.util.function.Supplier;

/** Theme, zoom, zone of times, rule folders, and how the user signs. What is confirmed counts at once and is kept. */
public final class SettingsDialog {
    private final Dialogs dialogs;
    private final PreferencesFile preferences;
    private final Desktop desktop;
    private final Supplier<Window> owner;
    private final Consumer<Preferences> changed;

    /**
     * Settings over a window.
     *
     * @param changed called with the preferences when they were confirmed
     */
    public SettingsDialog(Dialogs dialogs, PreferencesFile preferences, Desktop desktop, Supplier<Window> owner, Consumer<Preferences> changed) {
        this.dialogs = dialogs;
        this.preferences = preferences;
        this.desktop = desktop;
        this.owner = owner;
        this.changed = changed;
    }

    /** Shows them.
     *
     * @param stated the name that the environment states; it cannot be changed here
     */
    public void show(Optional<String> stated) {
        Preferences before = preferences.get();
        TextField analyst = new TextField(stated.or(before::analyst).orElse(""));
        analyst.setDisable(stated.isPresent());
        analyst.setId("settings-analyst");
        analyst.setAccessibleText(Messages.text("settings.analyst"));
        ToggleGroup themes = new ToggleGroup();
        HBox theme = new HBox(12);
        for (ThemeChoice choice : ThemeChoice.values()) {
            theme.getChildren().add(radio("settings.theme." + choice.name().toLowerCase(Locale.ROOT), themes, choice, choice == before.theme()));
        }
        Slider zoom = new Slider(100, 200, before.zoom());
        zoom.setId("settings-zoom");
        zoom.setMajorTickUnit(25);
        zoom.setMinorTickCount(4);
        zoom.setBlockIncrement(10);
        zoom.setSnapToTicks(true);
        zoom.setAccessibleText(Messages.text("settings.zoom"));
        HBox.setHgrow(zoom, Priority.ALWAYS);
        Label percent = Widgets.label("", "plain");
        percent.textProperty().bind(zoom.valueProperty().map(value -> Math.round(value.doubleValue()) + " %"));
        percent.setMinWidth(48);
        ToggleGroup zones = new ToggleGroup();
        HBox zone = new HBox(12, radio("settings.utc", zones, false, !before.localTime()), localZone(zones, before.localTime()));
        CheckBox shipped = new CheckBox(Messages.text("settings.shippedRules"));
        shipped.setId("settings-shipped");
        shipped.setSelected(before.shippedRules());
        ObservableList<Path> folders = FXCollections.observableArrayList(before.ruleFolders());
        VBox rules = new VBox(6, shipped, folders(folders));
        GridPane grid = new GridPane(16, 14);
        row(grid, "settings.analyst", new VBox(4, analyst, Widgets.wrapped(Messages.text(stated.isPresent() ? "settings.analystStated" : "analyst.why"), "muted", "start-small")));
        row(grid, "settings.theme", theme);
        row(grid, "settings.zoom", new HBox(8, zoom, percent));
        row(grid, "settings.zone", zone);
        row(grid, "settings.rules", rules);
        Dialog<ButtonType> dialog = dialogs.asking("settings.title", "settings.confirm", grid);
        dialog.getDialogPane().setPrefWidth(560);
        dialog.showAndWait().filter(Dialogs::confirmed).ifPresent(answer -> {
            preferences.change(now -> new Preferences(stated.isPresent() ? now.analyst() : now.withAnalyst(analyst.getText()).analyst(),
                    (ThemeChoice) themes.getSelectedToggle().getUserData(), (int) Math.round(zoom.getValue()), (Boolean) zones.getSelectedToggle().getUserData(),
                    shipped.isSelected(), List.copyOf(folders), now.recent()));
            changed.accept(preferences.get());
        });
    }

    private static RadioButton radio(String key, ToggleGroup group, Object value, boolean selected) {
        RadioButton radio = new RadioButton(Messages.text(key));
        radio.setId(key.replace('.', '-'));
        radio.setToggleGroup(group);
        radio.setUserData(value);
        radio.setSelected(selected);
        return radio;
    }

    private static RadioButton localZone(ToggleGroup group, boolean selected) {
        RadioButton radio = radio("settings.local", group, true, selected);
        radio.setText(Messages.text("settings.local", ZoneId.systemDefault().getId()));
        return radio;
    }

    private static void row(GridPane grid, String key, Node content) {
        int row = grid.getRowCount();
        Label name = Widgets.label(Messages.text(key), "muted");
        name.setMinWidth(96);
        grid.addRow(row, name, content);
        GridPane.setHgrow(content, Priority.ALWAYS);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
    }

    private Node folders(ObservableList<Path> folders) {
        VBox lines = new VBox(4);
        Runnable fill = () -> {
            lines.getChildren().clear();
            for (Path folder : folders) {
                Label path = Widgets.value(folder.toString(), "plain");
                HBox.setHgrow(path, Priority.ALWAYS);
                path.setMaxWidth(Double.MAX_VALUE);
                var remove = Widgets.iconButton("mdoal-close", "settings.removeFolder", () -> folders.remove(folder));
                remove.setAccessibleText(Messages.text("settings.removeFolder") + " " + SafeText.line(folder.toString(), 200));
                lines.getChildren().add(new HBox(8, path, remove));
            }
        };
        folders.addListener((javafx.collections.ListChangeListener<Path>) change -> fill.run());
        fill.run();
        var add = Widgets.button("settings.addFolder", () -> desktop.chooseFolder(owner.get(), Messages.text("settings.addFolder"))
                .filter(folder -> !folders.contains(folder)).ifPresent(folders::add));
        add.setId("settings-add-folder");
        return new VBox(6, lines, add);
    }
}
