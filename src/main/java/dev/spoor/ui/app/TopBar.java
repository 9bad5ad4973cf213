package dev.spoor.ui.app;

import dev.spoor.event.Time;
import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.KeyCap;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.CaseSummary;
import java.util.function.BooleanSupplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;

/** Name of the case, its time range, theme and help. */
final class TopBar extends HBox {
    private final CaseMenu name;
    private final Times times;
    private final Label range = Widgets.label("", "plain");

    TopBar(CaseModel model, Times times, Appearance appearance, CaseMenu.Actions actions, BooleanSupplier busy, Runnable help) {
        super(12);
        this.times = times;
        name = new CaseMenu(actions, busy);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label zone = Widgets.label(times.zoneName(), "muted");
        HBox time = new HBox(6, Widgets.icon("mdomz-schedule", 16), range, zone);
        time.setAlignment(Pos.CENTER_LEFT);
        Button keys = Widgets.iconButton("mdoal-help_outline", "help.title", help);
        keys.setId("help");
        Button run = Widgets.iconButton("mdomz-play_arrow", "case.runRules", actions::runRules);
        run.setId("run-rules");
        Button settings = Widgets.iconButton("mdomz-settings", "settings.title", actions::settings);
        settings.setId("settings");
        getChildren().addAll(Widgets.label("Spoor", "brand"), name, new Separator(Orientation.VERTICAL), time, Widgets.spring(), run,
                new ThemeButton(appearance, actions::otherTheme), settings, keys);
        time.visibleProperty().bind(model.summaryProperty().map(summary -> summary.first() != Time.NONE).orElse(false));
        model.summaryProperty().subscribe(this::fill);
    }

    /** Shows the way to the command palette, left of the theme. */
    void palette(Runnable show) {
        Button open = new Button(Messages.text("palette.prompt"), Widgets.icon("mdomz-search", 16));
        open.setId("palette-open");
        open.getStyleClass().addAll("bar-button", "palette-open");
        open.setAccessibleText(Messages.text("palette.title"));
        open.setOnAction(event -> show.run());
        HBox place = new HBox(open, new KeyCap("Ctrl K"));
        place.setSpacing(6);
        place.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(getChildren().size() - 4, place);
    }

    private void fill(CaseSummary summary) {
        if (summary != null) {
            name.setText(SafeText.line(summary.name(), 80));
            name.setAccessibleText(Messages.text("case.menu") + " " + name.getText());
            range.setText(times.range(summary.first(), summary.last()));
        }
    }
}
