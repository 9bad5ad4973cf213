package dev.spoor.ui.report;

import dev.spoor.report.ReportOptions;
import dev.spoor.report.ReportSection;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.CaseSummary;
import dev.spoor.workbench.Investigation;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks which sections a report has and of which kind it is, says what should be looked at first, and shows the page before it is written. */
public final class ReportDialog {
    private final Investigation investigation;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final ReportWork work;
    private final ReportPlaces places;
    private final Map<ReportSection, CheckBox> sections = new EnumMap<>(ReportSection.class);
    private final CheckBox decidedOnly = new CheckBox(Messages.text("report.decidedOnly"));
    private final RadioButton html = new RadioButton(Messages.text("report.kindHtml"));
    private final RadioButton json = new RadioButton(Messages.text("report.kindJson"));
    private final VBox checks = new VBox(6);
    private final VBox content;
    private Dialog<ButtonType> shown;

    /** The dialog of a case; what was chosen stays for the next time. */
    public ReportDialog(Investigation investigation, Tasks tasks, Dialogs dialogs, ReportWork work, ReportPlaces places) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.work = work;
        this.places = places;
        html.setId("report-html");
        json.setId("report-json");
        decidedOnly.setId("report-decided-only");
        ToggleGroup kinds = new ToggleGroup();
        kinds.getToggles().setAll(html, json);
        html.setSelected(true);
        checks.setId("report-checks");
        content = new VBox(16, new HBox(32, sectionBoxes(), choices()), new VBox(6, title("report.before"), checks));
    }

    private VBox sectionBoxes() {
        VBox boxes = new VBox(6, title("report.sections"));
        for (ReportSection section : ReportSection.values()) {
            CheckBox box = new CheckBox(Messages.text("report.section." + section.word()));
            box.setId("report-section-" + section.word());
            box.setSelected(true);
            sections.put(section, box);
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private VBox choices() {
        decidedOnly.disableProperty().bind(sections.get(ReportSection.ALERTS).selectedProperty().not().and(sections.get(ReportSection.TIMELINE).selectedProperty().not()));
        Button preview = Widgets.button("report.preview", () -> work.preview(options()));
        preview.setId("report-preview");
        VBox choices = new VBox(6, title("report.kind"), html, json, space(), title("report.alerts"), decidedOnly, space(), preview,
                Widgets.wrapped(Messages.text("report.previewHint"), "muted", "small"));
        HBox.setHgrow(choices, Priority.ALWAYS);
        return choices;
    }

    private static Label title(String key) {
        return Widgets.label(Messages.text(key), "section-title");
    }

    private static Node space() {
        VBox space = new VBox();
        space.setMinHeight(4);
        return space;
    }

    /** What is chosen now. */
    private ReportOptions options() {
        Set<ReportSection> chosen = EnumSet.noneOf(ReportSection.class);
        sections.forEach((section, box) -> {
            if (box.isSelected()) {
                chosen.add(section);
            }
        });
        return new ReportOptions(chosen, decidedOnly.isSelected() && !decidedOnly.isDisabled());
    }

    /** Shows the dialog until the user leaves it; the report is then written in the background. */
    public void show() {
        checks.getChildren().setAll(Widgets.label(Messages.text("report.checking"), "muted"));
        tasks.work(investigation::summary).onSuccess(this::fill)
                .onFailure(why -> checks.getChildren().setAll(Widgets.wrapped(why.message(), "warning-text"))).start();
        shown = dialogs.asking("report.title", "report.export", content);
        shown.getDialogPane().setPrefWidth(600);
        Button export = Dialogs.confirmButton(shown);
        export.setId("report-export");
        export.disableProperty().bind(Bindings.createBooleanBinding(() -> options().sections().isEmpty(),
                sections.values().stream().map(CheckBox::selectedProperty).toArray(Observable[]::new)));
        Path[] file = new Path[1];
        export.addEventFilter(ActionEvent.ACTION, event -> {
            Optional<Path> chosen = work.choose(json.isSelected() ? ".json" : ".html");
            if (chosen.isEmpty()) {
                event.consume();
            } else {
                file[0] = chosen.get();
            }
        });
        boolean confirmed = shown.showAndWait().filter(Dialogs::confirmed).isPresent();
        shown = null;
        if (confirmed && file[0] != null) {
            work.write(file[0], options());
        }
    }

    private void fill(CaseSummary summary) {
        checks.getChildren().setAll(ExportCheck.of(summary).stream().map(this::line).toList());
    }

    private Node line(ExportCheck check) {
        Node icon = Widgets.icon(check.fine() ? "mdoal-check" : "mdomz-warning", 16);
        HBox mark = new HBox(icon);
        mark.getStyleClass().add(check.fine() ? "good-icon" : "warning-icon");
        Label words = Widgets.wrapped(check.text());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, mark, words, Widgets.spring());
        line.setAlignment(Pos.TOP_LEFT);
        if (!check.fine()) {
            Hyperlink link = new Hyperlink(Messages.text(check.linkKey()));
            link.setId("report-go-" + check.place().name().toLowerCase(Locale.ROOT));
            link.getStyleClass().add("text-link");
            link.setMinWidth(Hyperlink.USE_PREF_SIZE);
            link.setOnAction(event -> leaveTo(check.place()));
            line.getChildren().add(link);
        }
        return line;
    }

    private void leaveTo(ExportCheck.Place place) {
        if (shown != null) {
            shown.setResult(ButtonType.CANCEL);
            shown.close();
        }
        switch (place) {
            case ALERTS -> places.alerts().run();
            case EVIDENCE -> places.evidence().run();
            case RULES -> places.rules().run();
        }
    }
}
