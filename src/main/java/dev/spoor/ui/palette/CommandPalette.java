package dev.spoor.ui.palette;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.KeyCap;
import dev.spoor.ui.control.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A field and a list: letters find, ↑ ↓ choose, Enter does it, Esc leaves. The field keeps the focus all the time. */
public final class CommandPalette {
    private static final int SHOWN = 100;
    private final Dialogs dialogs;
    private final Tasks.Lane loading;
    private final Supplier<List<PaletteEntry>> commands;
    private final Callable<List<PaletteEntry>> content;
    private final TextField letters = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Label count = Widgets.label("", "muted", "small");
    private final List<PaletteEntry> entries = new ArrayList<>();
    private Dialog<ButtonType> shown;
    private PaletteEntry chosen;

    /**
     * A palette.
     *
     * @param commands what is there at once: screens and actions
     * @param content  what the case has; asked in the background each time the palette is opened
     */
    public CommandPalette(Dialogs dialogs, Tasks tasks, Supplier<List<PaletteEntry>> commands, Callable<List<PaletteEntry>> content) {
        this.dialogs = dialogs;
        loading = tasks.lane();
        this.commands = commands;
        this.content = content;
        letters.setId("palette-letters");
        letters.setPromptText(Messages.text("palette.prompt"));
        letters.setAccessibleText(Messages.text("palette.prompt"));
        letters.textProperty().subscribe(text -> find());
        letters.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setAccessibleText(Messages.text("palette.list"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(32);
        list.setPrefHeight(32 * 11);
        list.getStyleClass().add("palette-list");
        list.setPlaceholder(Widgets.label(Messages.text("palette.nothing"), "muted"));
        list.setCellFactory(ignored -> new EntryCell());
        list.setOnMouseClicked(event -> {
            if (list.getSelectionModel().getSelectedItem() != null) {
                choose();
            }
        });
    }

    /** Shows the palette until something is chosen or the user leaves it, then does what was chosen. */
    public void show() {
        if (shown != null) {
            return;
        }
        chosen = null;
        entries.clear();
        entries.addAll(commands.get());
        letters.clear();
        find();
        loading.work(content).onSuccess(more -> {
            entries.addAll(more);
            find();
        }).onFailure(why -> count.setText(why.message())).start();
        shown = dialogs.plain("palette.title", new VBox(8, letters, list, count));
        shown.getDialogPane().setPrefWidth(640);
        shown.setOnShown(event -> letters.requestFocus());
        shown.showAndWait();
        shown = null;
        loading.drop();
        if (chosen != null) {
            chosen.run().run();
        }
    }

    private void find() {
        List<PaletteEntry> found = FuzzyMatch.best(letters.getText(), entries);
        list.getItems().setAll(found.subList(0, Math.min(SHOWN, found.size())));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        count.setText(found.size() > SHOWN ? Messages.text("palette.more", SHOWN, Formats.count(found.size())) : Messages.text("palette.count", found.size()));
    }

    private void key(KeyEvent event) {
        int step = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> 10;
            case PAGE_UP -> -10;
            default -> 0;
        };
        if (step != 0) {
            int last = list.getItems().size() - 1;
            int row = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, last));
            list.getSelectionModel().clearAndSelect(row);
            list.scrollTo(Math.max(0, row - 5));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        }
    }

    private void leave() {
        if (shown != null) {
            shown.setResult(ButtonType.CLOSE);
            shown.close();
        }
    }

    private void choose() {
        chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            leave();
        }
    }

    /** Icon, kind and title, the keys at the right. */
    private static final class EntryCell extends ListCell<PaletteEntry> {
        @Override protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label group = Widgets.label(entry.group(), "muted");
            group.setMinWidth(96);
            Label title = Widgets.label(SafeText.line(entry.title(), 200), "plain");
            HBox row = new HBox(8, Widgets.icon(entry.icon(), 16), group, title, Widgets.spring());
            row.setAlignment(Pos.CENTER_LEFT);
            if (!entry.keys().isEmpty()) {
                row.getChildren().add(new KeyCap(entry.keys()));
            }
            row.setMinWidth(540);
            row.setPrefWidth(540);
            row.setMaxWidth(540);
            setGraphic(row);
            setAccessibleText(entry.group() + ": " + title.getText());
        }
    }
}
