package dev.spoor.ui.alerts;

import dev.spoor.event.Time;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.Related;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What has to do with an alert: other alerts (of the same event, variant, host, user, process), the process among others, how often its values occur, what happened before and after. */
final class RelatedTab extends VBox {
    private static final long MINUTE = 60 * Time.SECOND;
    private static final List<Long> WINDOWS = List.of(MINUTE, 10 * MINUTE, 60 * MINUTE);
    private static final double STEP = 18;
    private final AlertDetails details;
    private final DetailsViewModel model;
    private final AlertsViewModel alerts;
    private final Times times;
    private final VBox common = new VBox(4);
    private final VBox events = new VBox(16);
    private long window = WINDOWS.get(1);

    RelatedTab(AlertDetails details, DetailsViewModel model, AlertsViewModel alerts, Times times) {
        super(16);
        this.details = details;
        this.model = model;
        this.alerts = alerts;
        this.times = times;
        getStyleClass().add("tab-content");
        common.getStyleClass().add("card");
        getChildren().addAll(section("related.alerts", common), events);
        alerts.related(details.alert(), this::common);
        look();
    }

    private static VBox section(String key, Node... content) {
        VBox section = new VBox(8, Widgets.label(Messages.text(key), "section-title"));
        section.getChildren().addAll(content);
        return section;
    }

    private void common(RelatedAlerts found) {
        Alert own = details.alert();
        common.getChildren().clear();
        line("related.event", found.sameEvent().size(), () -> alerts.only(AlertField.EVENT, Set.of(AlertField.EVENT.key(own))));
        if (!found.sameEvent().isEmpty()) {
            common.getChildren().add(Widgets.wrapped(Messages.text("related.families", found.families(), RuleOrigin.values().length), "muted"));
            for (Alert other : found.sameEvent().stream().limit(10).toList()) {
                HBox line = new HBox(8, new SeverityMark(other.severity()), Widgets.value(other.rule().name(), "plain"),
                        new Badge(Messages.text("origin." + other.rule().origin().word()), Badge.Kind.PLAIN));
                line.setAlignment(Pos.CENTER_LEFT);
                common.getChildren().add(line);
            }
        }
        line("related.variant", found.variant(), () -> alerts.only(AlertField.VARIANT, Set.copyOf(AlertField.VARIANT.values(own))));
        own.host().ifPresent(host -> line("related.host", found.host(), () -> alerts.only(AlertField.HOST, Set.of(host))));
        own.user().ifPresent(user -> line("related.user", found.user(), () -> alerts.only(AlertField.USER, Set.of(user))));
    }

    /** A count of other alerts, and what shows them. */
    private void line(String key, long count, Runnable show) {
        Label words = Widgets.wrapped(Messages.text(key, count));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, words);
        line.setAlignment(Pos.CENTER_LEFT);
        if (count > 0) {
            Button button = Widgets.button("related.show", show);
            button.setId(key.replace('.', '-'));
            button.getStyleClass().add("link-button");
            button.setAccessibleText(Messages.text("related.show") + ": " + words.getText());
            line.getChildren().add(button);
        }
        common.getChildren().add(line);
    }

    private void look() {
        events.getChildren().setAll(StatePane.loading("related.looking", Messages.text("related.lookingReason")));
        model.related(details, window, this::show, why -> events.getChildren().setAll(StatePane.failed("related.failed", why.message()).with("action.tryAgain", this::look)));
    }

    private void show(Related found) {
        Set<Long> numbers = new HashSet<>(found.ofProcess());
        found.processes().forEach(process -> numbers.add(process.event()));
        alerts.alerting(numbers, alerting -> {
            events.getChildren().clear();
            ofProcess(found, alerting);
            processes(found, alerting);
            prevalence(found);
            around(found);
        });
    }

    private void ofProcess(Related found, Set<String> alerting) {
        Set<String> of = new HashSet<>(found.ofProcess().stream().map(String::valueOf).toList());
        of.retainAll(alerting);
        of.remove(AlertField.EVENT.key(details.alert()));
        if (!of.isEmpty()) {
            line("related.process", of.size(), () -> alerts.only(AlertField.EVENT, of));
        }
    }

    private void processes(Related found, Set<String> alerting) {
        if (found.processes().isEmpty()) {
            return;
        }
        VBox card = new VBox();
        card.setId("process-tree");
        card.getStyleClass().addAll("card", "process-tree");
        for (Related.ProcessLine process : found.processes()) {
            Label image = Widgets.value(name(process.image()), "code", process.own() ? "text-strong" : "plain");
            image.setMinWidth(Region.USE_PREF_SIZE);
            Label command = Widgets.value(process.commandLine(), "code", "muted");
            command.setMinWidth(0);
            HBox.setHgrow(command, Priority.ALWAYS);
            command.setMaxWidth(Double.MAX_VALUE);
            HBox line = new HBox(8, image, command);
            if (alerting.contains(Long.toString(process.event()))) {
                line.getChildren().add(Widgets.icon("mdoal-flag", 14));
            }
            line.getChildren().add(fixed(process.time() == Time.NONE ? Formats.NONE : times.time(process.time())));
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPadding(new Insets(3, 6, 3, 6 + process.depth() * STEP));
            line.getStyleClass().add(process.own() ? "process-own" : "process-line");
            line.setAccessibleText(Messages.text("related.processLine", process.depth(), name(process.image()), process.pid()));
            card.getChildren().add(line);
        }
        events.getChildren().add(section("related.processes", card));
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }

    private void prevalence(Related found) {
        if (found.prevalence().isEmpty()) {
            return;
        }
        VBox card = new VBox(4);
        card.getStyleClass().add("card");
        for (Related.Prevalence one : found.prevalence()) {
            Label field = Widgets.value(one.field(), "code", "muted");
            field.setMinWidth(180);
            field.setMaxWidth(180);
            Label value = Widgets.value(one.value(), "code");
            value.setMinWidth(0);
            value.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(value, Priority.ALWAYS);
            ProgressBar bar = new ProgressBar(found.hosts() == 0 ? 0 : (double) one.hosts() / found.hosts());
            bar.getStyleClass().add("prevalence-bar");
            String words = Messages.text("related.prevalence", one.events(), one.hosts(), found.hosts());
            bar.setAccessibleText(words);
            HBox line = new HBox(8, field, value, bar, fixed(words));
            line.setAlignment(Pos.CENTER_LEFT);
            card.getChildren().add(line);
        }
        events.getChildren().add(section("related.often", card));
    }

    private static Label fixed(String words) {
        Label label = Widgets.label(words, "muted", "small");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void around(Related found) {
        VBox section = section("related.around", windows());
        VBox card = new VBox(2);
        card.setId("around");
        card.getStyleClass().add("card");
        rest(card, "related.earlier", found.beforeCount() - found.before().size());
        found.before().forEach(event -> card.getChildren().add(neighbour(event)));
        Label own = Widgets.label(Messages.text("related.own", times.fullTime(details.alert().time())), "text-strong");
        own.setMaxWidth(Double.MAX_VALUE);
        own.getStyleClass().add("process-own");
        card.getChildren().add(own);
        found.after().forEach(event -> card.getChildren().add(neighbour(event)));
        rest(card, "related.later", found.afterCount() - found.after().size());
        section.getChildren().add(card);
        events.getChildren().add(section);
    }

    private static void rest(VBox card, String key, long count) {
        if (count > 0) {
            card.getChildren().add(Widgets.wrapped(Messages.text(key, count), "muted"));
        }
    }

    private HBox neighbour(Related.Neighbour event) {
        Label what = Widgets.value(event.what(), "plain");
        what.setMinWidth(120);
        what.setMaxWidth(120);
        Label about = Widgets.value(event.about(), "code");
        about.setMinWidth(0);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        HBox line = new HBox(8, fixed(times.time(event.time())), what, about, Widgets.label(SafeText.line(event.user(), 40), "muted", "small"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox windows() {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (long each : WINDOWS) {
            ToggleButton button = new ToggleButton(Messages.text("related.window", TimeHistogram.span(each / Time.SECOND)));
            button.setToggleGroup(group);
            button.setSelected(each == window);
            button.getStyleClass().add("bar-button");
            button.setOnAction(event -> {
                window = each;
                look();
            });
            box.getChildren().add(button);
        }
        return box;
    }
}
