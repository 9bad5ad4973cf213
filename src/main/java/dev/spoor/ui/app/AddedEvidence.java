package dev.spoor.ui.app;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Widgets;
import dev.spoor.ui.start.Loading;
import dev.spoor.ui.start.LoadingCard;
import dev.spoor.workbench.Investigation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

/** Adds evidence to the open case: by buttons, or dropped on the screen. */
final class AddedEvidence {
    private final Investigation investigation;
    private final Loading loading;
    private final ChosenRules rules;
    private final Desktop desktop;
    private final Supplier<Window> owner;

    AddedEvidence(Investigation investigation, Loading loading, ChosenRules rules, Desktop desktop, Supplier<Window> owner) {
        this.investigation = investigation;
        this.loading = loading;
        this.rules = rules;
        this.desktop = desktop;
        this.owner = owner;
    }

    /** The buttons. */
    Node bar() {
        Button files = Widgets.button("evidence.add", this::chooseFiles);
        files.setGraphic(Widgets.icon("mdoal-add", 16));
        files.setId("add-evidence");
        Button folder = Widgets.button("evidence.addFolder", () -> desktop.chooseFolder(owner.get(), Messages.text("start.chooseFolder")).ifPresent(path -> take(List.of(path))));
        HBox bar = new HBox(8, files, folder);
        bar.disableProperty().bind(loading.runningProperty());
        return bar;
    }

    /** The list of files while they are loaded. */
    Node card(Runnable lookAtAlerts) {
        return new LoadingCard(loading, 4, lookAtAlerts);
    }

    void chooseFiles() {
        take(desktop.chooseFiles(owner.get()));
    }

    /** Loads files and folders, and runs the rules. */
    void take(List<Path> paths) {
        loading.start(investigation, paths, rules::request);
    }
}
