package dev.spoor.ui.alerts;

import dev.spoor.triage.AlertView;
import dev.spoor.triage.AlertView.Condition;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The views: some that come with Spoor, those of the case, and what can be done with them. */
final class ViewMenu extends MenuButton {
    private static final int LONGEST = 80;
    private final AlertsViewModel model;
    private final Dialogs dialogs;
    private final Function<String, AlertView> current;
    private final Consumer<AlertView> apply;
    private final Consumer<String> notice;
    private List<AlertView> saved = List.of();

    /**
     * A menu of views.
     *
     * @param current how the table looks now, under a name
     * @param apply   makes the table look so
     */
    ViewMenu(AlertsViewModel model, Dialogs dialogs, Function<String, AlertView> current, Consumer<AlertView> apply, Consumer<String> notice) {
        super(Messages.text("view.menu"), Widgets.icon("mdoal-bookmark_border", 16));
        this.model = model;
        this.dialogs = dialogs;
        this.current = current;
        this.apply = apply;
        this.notice = notice;
        setId("view-menu");
        getStyleClass().add("bar-button");
        setMinWidth(USE_PREF_SIZE);
        fill();
    }

    /** Reads the views of the case; the way in which the window was left goes to {@code left}. */
    void load(Consumer<AlertView> left) {
        model.views(views -> {
            views.stream().filter(view -> view.name().isEmpty()).findFirst().ifPresent(left);
            saved = views.stream().filter(view -> !view.name().isEmpty()).toList();
            fill();
        }, why -> notice.accept(Messages.text("view.failed", why.message())));
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        for (AlertView view : shipped()) {
            items.add(item(view));
        }
        if (!saved.isEmpty()) {
            items.add(new SeparatorMenuItem());
            saved.forEach(view -> items.add(item(view)));
        }
        items.add(new SeparatorMenuItem());
        MenuItem save = new MenuItem(Messages.text("view.save"));
        save.setId("view-save");
        save.setOnAction(event -> save());
        items.add(save);
        if (!saved.isEmpty()) {
            Menu delete = new Menu(Messages.text("view.delete"));
            for (AlertView view : saved) {
                MenuItem item = new MenuItem(SafeText.line(view.name(), LONGEST));
                item.setMnemonicParsing(false);
                item.setOnAction(event -> model.deleteView(view.name(), this::reload, why -> notice.accept(Messages.text("view.failed", why.message()))));
                delete.getItems().add(item);
            }
            items.add(delete);
        }
        getItems().setAll(items);
    }

    private MenuItem item(AlertView view) {
        MenuItem item = new MenuItem(SafeText.line(view.name(), LONGEST));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> apply.accept(view));
        return item;
    }

    private void reload() {
        load(left -> {});
    }

    private void save() {
        TextField name = new TextField();
        name.setId("view-name");
        name.setPromptText(Messages.text("view.name"));
        name.setAccessibleText(Messages.text("view.name"));
        Dialog<ButtonType> dialog = dialogs.asking("view.saveTitle", "view.saveConfirm", new VBox(12, Widgets.wrapped(Messages.text("view.what"), "muted"), name));
        Dialogs.confirmButton(dialog).disableProperty().bind(name.textProperty().map(text -> text.isBlank() || text.length() > LONGEST));
        dialog.setOnShown(event -> name.requestFocus());
        if (dialog.showAndWait().filter(Dialogs::confirmed).isPresent()) {
            String title = name.getText().strip();
            model.saveView(current.apply(title), () -> {
                notice.accept(Messages.text("view.saved", SafeText.line(title, LONGEST)));
                reload();
            }, why -> notice.accept(Messages.text("view.failed", why.message())));
        }
    }

    private static List<AlertView> shipped() {
        return List.of(shipped("view.all", List.of()), shipped("view.untriaged", List.of(new Condition("status", false, List.of("open")))),
                shipped("view.worst", List.of(new Condition("severity", false, List.of("critical", "high")))),
                shipped("view.byRule", List.of(), AlertField.RULE, AlertField.VARIANT), shipped("view.byHost", List.of(), AlertField.HOST),
                shipped("view.byTechnique", List.of(), AlertField.TECHNIQUE), shipped("view.variants", List.of(), AlertField.VARIANT));
    }

    private static AlertView shipped(String key, List<Condition> conditions, AlertField... groups) {
        return new AlertView(Messages.text(key), conditions, String.join(" ", Arrays.stream(groups).map(AlertField::word).toList()),
                AlertField.USUAL.stream().map(AlertField::word).toList(), "severity", true);
    }
}
