package dev.spoor.ui.exceptions;

import dev.spoor.event.Time;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Suppressed;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** Makes or changes a value list: name, type, one value on each line. It is not kept while an exception would hide a true positive with it. */
final class ListDialog {
    private static final long MAX_BYTES = 20_000_000;
    private static final int PATIENCE_MILLIS = 250;
    private final Desktop desktop;
    private final Tasks.Lane checking;
    private final Tasks.Lane reading;
    private final Investigation investigation;
    private final Optional<ValueList> before;
    private final List<String> names;
    private final TextField name = new TextField();
    private final ComboBox<ValueList.Type> type = new ComboBox<>();
    private final TextArea values = new TextArea();
    private final Label hint = Widgets.wrapped("", "muted");
    private final PauseTransition patience = new PauseTransition(Duration.millis(PATIENCE_MILLIS));
    private Dialog<ButtonType> dialog;
    private List<String> real = List.of();
    private String shown = "";

    ListDialog(Dialogs dialogs, Desktop desktop, Tasks tasks, Investigation investigation, Optional<ValueList> before, List<String> names) {
        this.desktop = desktop;
        this.checking = tasks.lane();
        this.reading = tasks.lane();
        this.investigation = investigation;
        this.before = before;
        this.names = names;
        fill();
        HBox kind = new HBox(8, type, Widgets.spring(), Widgets.button("except.list.file", this::file));
        kind.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(8, Widgets.label(Messages.text("except.name"), "section-title"), name, Widgets.label(Messages.text("except.list.type"), "section-title"), kind,
                Widgets.label(Messages.text("except.list.values"), "section-title"), values, hint);
        dialog = dialogs.asking(before.isEmpty() ? "except.list.new" : "except.list.edit", "except.list.save", content);
        Dialogs.confirmButton(dialog).setId("list-save");
        name.textProperty().subscribe((old, now) -> changed());
        values.textProperty().subscribe((old, now) -> changed());
        type.valueProperty().subscribe((old, now) -> changed());
        patience.setOnFinished(event -> check());
        changed();
    }

    private void fill() {
        name.setId("list-name");
        name.setAccessibleText(Messages.text("except.name"));
        name.setText(before.map(ValueList::id).orElse(""));
        name.setDisable(before.isPresent());
        type.setId("list-type");
        type.getItems().setAll(ValueList.Type.values());
        type.setValue(before.map(ValueList::type).orElse(ValueList.Type.KEYWORD));
        type.setAccessibleText(Messages.text("except.list.type"));
        type.setConverter(new StringConverter<>() {
            @Override public String toString(ValueList.Type one) {
                return one == null ? "" : Messages.text("except.list.type." + one.name().toLowerCase(Locale.ROOT));
            }

            @Override public ValueList.Type fromString(String words) {
                return type.getValue();
            }
        });
        values.setId("list-values");
        values.setAccessibleText(Messages.text("except.list.values"));
        values.getStyleClass().add("code");
        values.setPrefRowCount(8);
        take(before.map(ValueList::values).orElse(List.of()));
    }

    /** Shows values, made harmless; until they are edited the true ones count. */
    private void take(List<String> given) {
        real = given;
        shown = SafeText.block(String.join("\n", given));
        values.setText(shown);
        shown = values.getText();
        changed();
    }

    private ValueList list() {
        List<String> lines = values.getText().equals(shown) ? real : ValueList.lines(values.getText());
        return new ValueList(name.getText().strip(), type.getValue(), lines, before.map(ValueList::createdBy).orElseGet(investigation::analyst),
                before.map(ValueList::createdAt).orElseGet(() -> Time.of(Instant.now())));
    }

    private void changed() {
        if (dialog == null) {
            return;
        }
        checking.drop();
        Dialogs.confirmButton(dialog).setDisable(true);
        boolean taken = before.isEmpty() && names.contains(name.getText().strip());
        Optional<String> problem = taken ? Optional.of(Messages.text("except.list.taken")) : list().problem();
        hint.setText(problem.map(SafeText::line).orElse(Messages.text("except.working")));
        if (problem.isEmpty()) {
            patience.playFromStart();
        } else {
            patience.stop();
        }
    }

    private void check() {
        ValueList list = list();
        checking.work(() -> investigation.preview(list)).onSuccess(found -> verdict(list, found)).onFailure(why -> hint.setText(why.message())).start();
    }

    private void verdict(ValueList list, Suppressed found) {
        boolean hides = found.hidesTruePositive();
        String used = found.rules() == 0 || found.equals(Suppressed.NONE) ? Messages.text("except.list.unused") : Messages.text("except.list.hides", found.alerts().size());
        hint.setText(hides ? Messages.text("except.list.hidesTrue", found.byDecision().get(Suppressed.Decided.TRUE_POSITIVE).size())
                : Messages.text("except.list.count", Formats.count(list.values().size())) + " " + used);
        Dialogs.confirmButton(dialog).setDisable(hides);
    }

    private void file() {
        desktop.chooseFiles(dialog.getDialogPane().getScene().getWindow()).stream().findFirst().ifPresent(path -> reading.work(() -> read(path)).onSuccess(this::take)
                .onFailure(why -> hint.setText(why.message())).start());
    }

    private static List<String> read(Path path) throws WorkbenchException {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new WorkbenchException(Messages.text("except.list.tooLarge", SafeText.line(path.toString(), 200)));
            }
            return ValueList.lines(Files.readString(path));
        } catch (IOException e) {
            throw new WorkbenchException(Messages.text("except.list.unreadable", SafeText.line(path.toString(), 200), String.valueOf(e.getMessage())), e);
        }
    }

    /** Shows the dialog; the list goes to the receiver unless the user changed their mind. */
    void show(Consumer<ValueList> receiver) {
        dialog.setOnHidden(event -> {
            patience.stop();
            checking.drop();
            if (dialog.getResult() != null && Dialogs.confirmed(dialog.getResult())) {
                receiver.accept(list());
            }
        });
        dialog.show();
    }
}
