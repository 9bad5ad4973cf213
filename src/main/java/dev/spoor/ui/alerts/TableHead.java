package dev.spoor.ui.alerts;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/** How many alerts are shown and ticked, and what they are gathered by. */
final class TableHead extends HBox {
    private final AlertsViewModel model;
    private final Checked checked;
    private final Label shown = Widgets.label("", "text-strong");
    private final Label all = Widgets.label("", "muted");
    private final Label ticked = Widgets.label("", "plain");
    private final Button selectAll;
    private final Button clear;
    private final MenuButton group = new MenuButton();
    private final Button fold;

    TableHead(AlertsViewModel model, Checked checked) {
        super(8);
        this.model = model;
        this.checked = checked;
        getStyleClass().add("table-bar");
        setAlignment(Pos.CENTER_LEFT);
        selectAll = Widgets.button("alerts.clearTicks", () -> checked.set(model.shownProperty().get().alerts()));
        selectAll.setId("select-all-shown");
        selectAll.getStyleClass().add("link-button");
        clear = Widgets.button("alerts.clearTicks", () -> checked.set(Set.of()));
        clear.getStyleClass().add("link-button");
        group.setId("group-by");
        group.getStyleClass().add("bar-button");
        group.setMinWidth(USE_PREF_SIZE);
        group.setAccessibleText(Messages.text("group.by"));
        group.getItems().add(item(Optional.empty()));
        AlertField.GROUPS.forEach(field -> group.getItems().add(item(Optional.of(field))));
        fold = Widgets.iconButton("mdomz-unfold_more", "group.fold", () -> {
            AlertQuery query = model.queryProperty().get();
            model.ask(query.folding(Set.of(), !query.closed()));
        });
        for (Label label : new Label[] {shown, all, ticked}) {
            label.setMinWidth(0);
        }
        getChildren().addAll(shown, all, ticked, selectAll, clear, Widgets.spring(), Widgets.label(Messages.text("group.by"), "muted"), group, fold);
        model.shownProperty().subscribe(listing -> counts());
        checked.versionProperty().subscribe(version -> counts());
        model.queryProperty().subscribe(query -> group(query.group()));
    }

    private MenuItem item(Optional<AlertField> field) {
        MenuItem item = new MenuItem(field.map(AlertField::title).orElse(Messages.text("group.none")));
        item.setId("group-" + field.map(AlertField::word).orElse("none"));
        item.setOnAction(event -> model.ask(model.queryProperty().get().grouped(field)));
        return item;
    }

    private void group(Optional<AlertField> field) {
        group.setText(field.map(AlertField::title).orElse(Messages.text("group.none")));
        fold.setVisible(field.isPresent());
        fold.setManaged(field.isPresent());
    }

    private void counts() {
        int passed = model.shownProperty().get().alerts().size();
        int there = model.alerts().size();
        shown.setText(passed == there ? Messages.text("alerts.count", there) : Formats.count(passed));
        all.setText(passed == there ? "" : Messages.text("alerts.ofAll", there));
        ticked.setText(checked.size() == 0 ? "" : Messages.text("alerts.selected", Formats.count(checked.size())));
        visible(selectAll, checked.size() > 0 && checked.size() < passed);
        selectAll.setText(Messages.text("alerts.selectAll", passed));
        visible(clear, checked.size() > 0);
    }

    private static void visible(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }
}
