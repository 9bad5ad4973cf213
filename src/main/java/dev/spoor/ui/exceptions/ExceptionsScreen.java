package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionSentence;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Failure;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.ContentPlace;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.RowKeys;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import dev.spoor.ui.exceptions.ExceptionsViewModel.Listed;
import dev.spoor.workbench.Investigation;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The exceptions of the case: what each keeps away, who made it, what it did; to be changed, switched off or deleted. */
public final class ExceptionsScreen implements Screen {
    private final ExceptionsViewModel model;
    private final ExceptionEditor editor;
    private final Dialogs dialogs;
    private final Notice notice;
    private final ExceptionTable table;
    private final ContentPlace place;
    private final Label count = Widgets.label("", "text-strong");
    private final Label words = Widgets.wrapped("", "plain");
    private final Label comment = Widgets.wrapped("", "muted");
    private final BorderPane view = new BorderPane();

    /**
     * The screen of a case.
     *
     * @param editor  changes an exception
     * @param desktop asks for files
     * @param notice told what was done
     */
    public ExceptionsScreen(Investigation investigation, Tasks tasks, ExceptionEditor editor, Dialogs dialogs, Desktop desktop, Times times, Notice notice) {
        this.editor = editor;
        this.dialogs = dialogs;
        this.notice = notice;
        model = new ExceptionsViewModel(investigation, tasks);
        table = new ExceptionTable(model.exceptions(), times);
        place = new ContentPlace(table);
        BooleanBinding none = table.getSelectionModel().selectedItemProperty().isNull();
        Button toggle = button("exceptions.switch", none, this::toggle);
        toggle.textProperty()
                .bind(Bindings.createStringBinding(() -> Messages.text(selected() != null && !selected().item().enabled() ? "exceptions.enable" : "exceptions.disable"),
                        table.getSelectionModel().selectedItemProperty()));
        TransferMenu transfer = new TransferMenu(investigation, tasks, dialogs, desktop, notice, () -> view.getScene().getWindow(), this::reload);
        MenuButton export = transfer.export();
        export.disableProperty().bind(Bindings.isEmpty(model.exceptions()));
        HBox bar = new HBox(8, count, Widgets.label(Messages.text("exceptions.when"), "muted"), Widgets.spring(), transfer.importing(), export,
                button("exceptions.edit", none, this::edit), toggle,
                button("exceptions.delete", none, this::delete));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("filter-bar");
        VBox details = new VBox(4, words, comment);
        details.getStyleClass().add("exception-details");
        view.setTop(bar);
        view.setCenter(place);
        view.setBottom(details);
        table.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        model.stateProperty().subscribe(state -> refresh());
        model.exceptions().addListener((ListChangeListener<Listed>) change -> refresh());
    }

    private static Button button(String key, BooleanBinding off, Runnable action) {
        Button button = Widgets.button(key, action);
        button.setId(key.replace('.', '-'));
        button.disableProperty().bind(off);
        return button;
    }

    @Override public Node view() {
        return view;
    }

    @Override public void shown() {
        reload();
        place.focusTable();
    }

    /** Reads the exceptions again. */
    public void reload() {
        model.load();
    }

    private void refresh() {
        place.show(switch (model.stateProperty().get()) {
            case LoadState.Loading loading -> StatePane.loading("exceptions.loading", Messages.text("exceptions.loadingReason"));
            case LoadState.Failed failed -> StatePane.failed("exceptions.failed", failed.message()).with("action.tryAgain", model::load);
            case LoadState.Ready ready when model.exceptions().isEmpty() -> StatePane.empty("mdoal-filter_alt", "exceptions.none", Messages.text("exceptions.noneReason"));
            case LoadState.Ready ready -> table;
        });
        count.setText(Messages.text("exceptions.count", model.exceptions().size()));
        if (table.getSelectionModel().isEmpty() && !model.exceptions().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0);
        }
    }

    private void describe(Listed one) {
        words.setText(one == null ? "" : SafeText.line(ExceptionSentence.of(one.item(), one.ruleName()), 2_000));
        comment.setText(one == null ? "" : SafeText.line(one.item().comment(), 2_000));
    }

    private Listed selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void edit() {
        editor.edit(selected().item(), selected().ruleName());
    }

    private void toggle() {
        ExceptionItem item = selected().item();
        boolean on = !item.enabled();
        enable(item, on);
    }

    /** Switches it; the way back is to switch it again. */
    private void enable(ExceptionItem item, boolean on) {
        String words = Messages.text(on ? "exceptions.enabled" : "exceptions.disabled", SafeText.line(item.name(), 80));
        model.enable(item, on, () -> notice.say(words, () -> enable(item, !on)), failed());
    }

    private void delete() {
        Listed deleted = selected();
        ExceptionItem item = deleted.item();
        Dialog<ButtonType> dialog = dialogs.asking("exceptions.deleteTitle", "exceptions.deleteConfirm", new VBox(8,
                Widgets.wrapped(SafeText.line(ExceptionSentence.of(item, selected().ruleName()), 600), "plain"), Widgets.wrapped(Messages.text("exceptions.deleteWhat"), "muted")));
        if (dialog.showAndWait().filter(Dialogs::confirmed).isPresent()) {
            model.delete(item, () -> notice.say(Messages.text("exceptions.deleted", SafeText.line(item.name(), 80)), () -> restore(deleted)), failed());
        }
    }

    private void restore(Listed deleted) {
        model.restore(deleted, () -> notice.say(Messages.text("exceptions.restored", SafeText.line(deleted.item().name(), 80))), failed());
    }

    private Consumer<Failure> failed() {
        return why -> notice.say(Messages.text("except.notSaved", why.message()));
    }

    @Override public boolean key(String key) {
        return RowKeys.move(table, key);
    }
}
