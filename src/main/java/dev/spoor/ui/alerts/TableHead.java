package dev.spoor.ui.alerts;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** How many alerts are shown and ticked, and what they are gathered by. */
final class TableHead extends HBox {
    private final AlertsViewModel model;
    private final Checked checked;
    private final Runnable grouped;
    private final Label shown = Widgets.label("", "text-strong");
    private final Label all = Widgets.label("", "muted");
    private final Label ticked = Widgets.label("", "plain");
    private final Button selectAll;
    private final Button clear;
    private final Label toDecide = Widgets.label("", "muted");
    private final MenuButton group = new MenuButton();
    private final ToggleButton same = new ToggleButton(Messages.text("group.events"));
    private final ToggleButton variants = new ToggleButton(Messages.text("group.variants"));
    private final Button fold;

    /** Tells when the user chose other groups. */
    TableHead(AlertsViewModel model, Checked checked, Runnable grouped) {
        super(8);
        this.grouped = grouped;
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
        MenuItem none = new MenuItem(Messages.text("group.none"));
        none.setId("group-none");
        none.setOnAction(event -> ask(model.queryProperty().get().by(List.of())));
        group.getItems().add(none);
        AlertField.GROUPS.forEach(field -> group.getItems().add(item(field)));
        variants.setId("fold-variants");
        variants.getStyleClass().add("bar-button");
        variants.setMinWidth(USE_PREF_SIZE);
        variants.setTooltip(Widgets.tooltip(Messages.text("group.variantsWhat")));
        variants.setOnAction(event -> ask(model.queryProperty().get().folding(AlertField.VARIANT, variants.isSelected())));
        same.setId("fold-events");
        same.getStyleClass().add("bar-button");
        same.setMinWidth(USE_PREF_SIZE);
        same.setTooltip(Widgets.tooltip(Messages.text("group.eventsWhat")));
        same.setOnAction(event -> ask(model.queryProperty().get().folding(AlertField.EVENT, same.isSelected())));
        fold = Widgets.iconButton("mdomz-unfold_more", "group.fold", () -> {
            AlertQuery query = model.queryProperty().get();
            model.ask(query.folding(Set.of(), !query.closed()));
        });
        for (Label label : new Label[] {shown, all, toDecide, ticked}) {
            label.setMinWidth(0);
        }
        getChildren().addAll(shown, all, toDecide, ticked, selectAll, clear, Widgets.spring(), fold, variants, same, Widgets.label(Messages.text("group.by"), "muted"), group);
        model.shownProperty().subscribe(listing -> counts());
        checked.versionProperty().subscribe(version -> counts());
        model.queryProperty().subscribe(query -> group(query));
    }

    private void ask(AlertQuery query) {
        model.ask(query);
        grouped.run();
    }

    private CheckMenuItem item(AlertField field) {
        CheckMenuItem item = new CheckMenuItem(field.title());
        item.setId("group-" + field.word());
        item.setUserData(field);
        item.setOnAction(event -> {
            List<AlertField> chosen = new ArrayList<>(model.queryProperty().get().chosen());
            if (!chosen.remove(field)) {
                chosen.add(field);
            }
            ask(model.queryProperty().get().by(chosen));
        });
        return item;
    }

    private void group(AlertQuery query) {
        List<AlertField> chosen = query.chosen();
        group.setText(chosen.isEmpty() ? Messages.text("group.none") : String.join(Messages.text("group.then"), chosen.stream().map(AlertField::title).toList()));
        for (MenuItem item : group.getItems()) {
            if (item instanceof CheckMenuItem check && check.getUserData() instanceof AlertField field) {
                check.setSelected(chosen.contains(field));
                check.setDisable(chosen.size() >= AlertQuery.MOST_GROUPS && !chosen.contains(field));
            }
        }
        variants.setSelected(query.folds(AlertField.VARIANT));
        same.setSelected(query.folds(AlertField.EVENT));
        fold.setVisible(!query.groups().isEmpty());
        fold.setManaged(!query.groups().isEmpty());
    }

    private void counts() {
        int passed = model.shownProperty().get().alerts().size();
        int there = model.alerts().size();
        shown.setText(passed == there ? Messages.text("alerts.count", there) : Formats.count(passed));
        all.setText(passed == there ? "" : Messages.text("alerts.ofAll", there));
        long open = model.shownProperty().get().variants().variants() - model.shownProperty().get().variants().decided();
        toDecide.setText(passed == 0 ? "" : Messages.text("alerts.toDecide", open));
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
