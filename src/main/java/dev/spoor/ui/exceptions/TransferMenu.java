package dev.spoor.ui.exceptions;

import dev.spoor.rule.exchange.ExchangeForm;
import dev.spoor.rule.exchange.WrittenExceptions;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.ImportedExceptions;
import dev.spoor.workbench.Investigation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The buttons that take exceptions out of the case in the form of another tool, and into it. What was left out is said one by one. */
final class TransferMenu {
    private static final int SHOWN = 12;
    private static final List<String> SUFFIXES = List.of("exceptions.ndjson", "exceptions.yml", "macros.conf", "exceptions.txt");
    private final Investigation investigation;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Desktop desktop;
    private final Notice notice;
    private final Supplier<Window> owner;
    private final Runnable changed;

    TransferMenu(Investigation investigation, Tasks tasks, Dialogs dialogs, Desktop desktop, Notice notice, Supplier<Window> owner, Runnable changed) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.desktop = desktop;
        this.notice = notice;
        this.owner = owner;
        this.changed = changed;
    }

    /** Writes all exceptions; asks for the form first. */
    MenuButton export() {
        MenuButton button = new MenuButton(Messages.text("exceptions.export"));
        button.setId("exceptions-export");
        button.setAccessibleText(Messages.text("exceptions.export"));
        for (ExchangeForm form : ExchangeForm.values()) {
            MenuItem item = new MenuItem(Messages.text("exceptions.form." + form.word()));
            item.setId("exceptions-export-" + form.word());
            item.setOnAction(event -> export(form));
            button.getItems().add(item);
        }
        return button;
    }

    Button importing() {
        Button button = Widgets.button("exceptions.import", this::choose);
        button.setId("exceptions-import");
        return button;
    }

    private void export(ExchangeForm form) {
        Path folder = Optional.ofNullable(investigation.path().toAbsolutePath().getParent()).orElse(Path.of("."));
        desktop.reportFile(owner.get(), folder, SUFFIXES.get(form.ordinal())).ifPresent(file -> tasks.work(() -> {
            WrittenExceptions written = investigation.exceptionWork().write(form, List.of());
            Files.writeString(file, written.text(), StandardCharsets.UTF_8);
            return written;
        }).onSuccess(written -> {
            notice.say(Messages.text("exceptions.exported", written.written().size(), SafeText.line(file.getFileName().toString(), 80)));
            List<String> lines = new ArrayList<>(lines(written.refused()));
            written.notes().forEach(lines::add);
            tell("exceptions.exportedTitle", Messages.text("exceptions.exported", written.written().size(), SafeText.line(file.getFileName().toString(), 80)), lines);
        }).onFailure(why -> notice.say(Messages.text("exceptions.notExported", why.message()))).start());
    }

    private void choose() {
        desktop.chooseFiles(owner.get()).stream().findFirst().ifPresent(file -> tasks.change(() -> {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return investigation.exceptionWork().read(ExchangeForm.guess(text), text, Optional.empty());
        }).onSuccess(read -> {
            notice.say(Messages.text("exceptions.imported", read.added().size()));
            tell("exceptions.importedTitle", words(read), lines(read.refused()));
            changed.run();
        }).onFailure(why -> notice.say(Messages.text("exceptions.notImported", why.message()))).start());
    }

    private static String words(ImportedExceptions read) {
        String lists = read.lists().isEmpty() ? "" : " " + Messages.text("exceptions.importedLists", SafeText.line(String.join(", ", read.lists()), 200));
        return Messages.text("exceptions.imported", read.added().size()) + lists;
    }

    private static List<String> lines(List<WrittenExceptions.Refusal> refused) {
        return refused.stream().map(one -> Messages.text("exceptions.leftOut", SafeText.line(one.name(), 80), SafeText.line(one.reason(), 400))).toList();
    }

    /** Nothing is left out silently. */
    private void tell(String title, String head, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        VBox box = new VBox(8, Widgets.wrapped(head, "text-strong"));
        box.setId("exceptions-left-out");
        box.setPrefWidth(640);
        lines.stream().limit(SHOWN).forEach(line -> box.getChildren().add(Widgets.wrapped(line, "plain")));
        if (lines.size() > SHOWN) {
            box.getChildren().add(Widgets.label(Messages.text("except.more", lines.size() - SHOWN), "muted"));
        }
        dialogs.showing(title, box).show();
    }
}
