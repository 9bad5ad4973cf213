package dev.spoor.ui.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spoor.triage.HostQuery;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Columns;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Guides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is to be asked of hosts: which host, which query; copied or written as text or JSON. */
final class CollectionDialog {
    private final Guides guides;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Desktop desktop;
    private final Consumer<String> notice;
    private final Function<String, Optional<Path>> fileFor;
    private final TableView<HostQuery> table = new TableView<>();

    CollectionDialog(Guides guides, Tasks tasks, Dialogs dialogs, Desktop desktop, Consumer<String> notice, Function<String, Optional<Path>> fileFor) {
        this.guides = guides;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.desktop = desktop;
        this.notice = notice;
        this.fileFor = fileFor;
    }

    void show() {
        table.getStyleClass().add("rows");
        table.setId("collection");
        table.setFixedCellSize(28);
        table.setAccessibleText(Messages.text("guide.collectionTitle"));
        table.setPlaceholder(Widgets.wrapped(Messages.text("guide.collectionEmpty"), "muted"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<HostQuery, String> host = Columns.text("guide.hitHost", 140, query -> query.host().isEmpty() ? Formats.NONE : query.host());
        TableColumn<HostQuery, String> label = Columns.text("guide.question", 240, HostQuery::label);
        TableColumn<HostQuery, String> query = Columns.text("guide.query", 400, one -> SafeText.line(one.query(), SafeText.SHORT));
        Columns.shown(query, words -> words, "code");
        Columns.grows(query);
        table.getColumns().setAll(List.of(host, label, query));
        load();
        Button remove = Widgets.button("guide.uncollect", this::remove);
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        Button text = Widgets.button("guide.copyText", () -> desktop.copy(text()));
        Button json = Widgets.button("guide.copyJson", () -> desktop.copy(json()));
        Button write = Widgets.button("guide.writeJson", this::write);
        HBox foot = new HBox(8, remove, Widgets.spring(), text, json, write);
        foot.setAlignment(Pos.CENTER_LEFT);
        Dialog<ButtonType> dialog = dialogs.showing("guide.collectionTitle", new VBox(8, table, foot));
        dialog.getDialogPane().setPrefSize(960, 480);
        dialog.setOnShown(event -> table.requestFocus());
        dialog.showAndWait();
    }

    private void load() {
        tasks.work(guides::collection).onSuccess(found -> table.getItems().setAll(found)).onFailure(why -> notice.accept(Messages.text("guide.notKept", why.message()))).start();
    }

    private void remove() {
        HostQuery chosen = table.getSelectionModel().getSelectedItem();
        tasks.change(() -> {
            guides.uncollect(chosen);
            return chosen;
        }).onSuccess(gone -> load()).onFailure(why -> notice.accept(Messages.text("guide.notKept", why.message()))).start();
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        for (HostQuery query : table.getItems()) {
            out.append("-- ").append(query.host().isEmpty() ? Formats.NONE : query.host()).append(": ").append(query.label()).append('\n').append(query.query().strip());
            out.append(query.query().strip().endsWith(";") ? "\n\n" : ";\n\n");
        }
        return out.toString();
    }

    private String json() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        table.getItems().forEach(query -> list.addObject().put("host", query.host()).put("label", query.label()).put("query", query.query()).put("rule_id", query.rule())
                .put("alert_id", query.alert()));
        return list.toPrettyString() + "\n";
    }

    private void write() {
        Optional<Path> file = fileFor.apply("collection.json");
        String json = json();
        file.ifPresent(path -> tasks.work(() -> Files.writeString(path, json)).onSuccess(written -> notice.accept(Messages.text("guide.written", written.getFileName())))
                .onFailure(why -> notice.accept(Messages.text("guide.notWritten", path, why.message()))).start());
    }
}
