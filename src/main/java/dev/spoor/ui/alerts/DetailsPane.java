package dev.spoor.ui.alerts;

import dev.spoor.explain.RuleExplanation;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Status;
import dev.spoor.triage.Vocabulary;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.AttackView;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.GuideView;
import dev.spoor.ui.control.QueryView;
import dev.spoor.ui.control.RuleFacts;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.AlertDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pane beside the table: what the alert is, what can be decided, and everything about it in tabs. The open tab stays open from alert to alert. */
final class DetailsPane extends BorderPane {
    private final DetailsViewModel model;
    private final AlertsViewModel alerts;
    private final AlertActions actions;
    private final Desktop desktop;
    private final Times times;
    private final IntConsumer move;
    private final VBox head = new VBox(8);
    private final TabPane tabs = new TabPane();
    private final Tab overview = tab("details.overview");
    private final Tab guide = tab("details.guide");
    private final Tab attack = tab("details.attack");
    private final Tab event = tab("details.event");
    private final Tab related = tab("details.related");
    private final Tab rule = tab("details.rule");
    private final Tab history = tab("details.history");
    private final List<Tab> stale = new ArrayList<>();
    private final List<Consumer<Map<Long, RuleExplanation>>> explained = new ArrayList<>();
    private Function<AlertDetails, Node> guideView = this::plainGuide;
    private Function<AlertDetails, Node> attackView = this::plainAttack;

    DetailsPane(DetailsViewModel model, AlertsViewModel alerts, AlertActions actions, Desktop desktop, Times times, IntConsumer move) {
        this.move = move;
        this.model = model;
        this.alerts = alerts;
        this.actions = actions;
        this.desktop = desktop;
        this.times = times;
        getStyleClass().add("details-pane");
        head.getStyleClass().add("details-head");
        tabs.getTabs().setAll(overview, guide, attack, event, related, rule, history);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText(Messages.text("details.tabs"));
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::fill);
        model.alertProperty().subscribe(this::header);
        model.detailsProperty().subscribe(details -> body());
        model.stateProperty().subscribe(state -> body());
        model.explainedProperty().subscribe(why -> explained.forEach(view -> view.accept(why)));
    }

    private static Tab tab(String key) {
        Tab tab = new Tab(Messages.text(key));
        tab.setId(key.replace('.', '-'));
        return tab;
    }

    /** What shows the guide of an alert. */
    void onGuide(Function<AlertDetails, Node> view) {
        guideView = view;
    }

    /** What shows the techniques of an alert. */
    void onAttack(Function<AlertDetails, Node> view) {
        attackView = view;
    }

    /** Opens the guide. */
    void showGuide() {
        tabs.getSelectionModel().select(guide);
    }

    /** Moves the focus from the table into the open tab. */
    void focusContent() {
        Tab open = tabs.getSelectionModel().getSelectedItem();
        if (open.getContent() != null && getCenter() == tabs) {
            open.getContent().requestFocus();
        }
    }

    private void header(Alert alert) {
        if (alert == null) {
            setTop(null);
            return;
        }
        Label title = Widgets.wrapped(SafeText.line(alert.rule().name(), 300), "pane-title");
        FlowPane facts = new FlowPane(8, 4, new SeverityMark(alert.severity()));
        GivenWords.of(alert, times).ifPresent(words -> {
            Label other = Widgets.label(Messages.text("severity.ofRule", SeverityMark.word(alert.ruleSeverity())), "muted");
            other.setTooltip(Widgets.tooltip(words));
            facts.getChildren().add(other);
        });
        facts.getChildren().add(Widgets.label(Messages.text("details.risk",
                alert.risk().isPresent() ? Formats.count(alert.risk().getAsInt()) : Formats.NONE), "muted"));
        facts.setAlignment(Pos.CENTER_LEFT);
        alert.host().ifPresent(host -> facts.getChildren().add(Widgets.value("· " + host, "plain")));
        alert.user().ifPresent(user -> facts.getChildren().add(Widgets.value("· " + user, "plain")));
        facts.getChildren().addAll(Widgets.label("· " + times.fullTime(alert.time()), "plain"), Badge.language(alert.rule().language()),
                Badge.fidelity(alert.rule().fidelity()), status(alert));
        if (!alert.reproduced()) {
            facts.getChildren().add(new Badge(Messages.text("details.notReproduced"), Badge.Kind.WARNING));
        }
        AlertDetails known = model.detailsProperty().get();
        if (known != null && known.alert().id().equals(alert.id()) && !known.assignee().isEmpty()) {
            facts.getChildren().add(new Badge(Messages.text("details.assignee", SafeText.line(known.assignee(), 60)), Badge.Kind.PLAIN));
        }
        if (alert.suppressed() > 0) {
            facts.getChildren().add(new Badge(Messages.text("details.suppressed", alert.suppressed()), Badge.Kind.PLAIN));
        }
        alert.tags().forEach(tag -> facts.getChildren().add(new Badge(tag, Badge.Kind.PLAIN)));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(4, title, Widgets.iconButton("mdoal-expand_less", "details.previous", () -> move.accept(-1)),
                Widgets.iconButton("mdoal-expand_more", "details.next", () -> move.accept(1)));
        head.getChildren().setAll(top, facts, actions.bar(alert));
        setTop(head);
    }

    private static Badge status(Alert alert) {
        Badge badge = new Badge(AlertField.status(alert), alert.status() == Status.OPEN ? Badge.Kind.ACCENT : Badge.Kind.PLAIN);
        Tooltip.install(badge, Widgets.tooltip(Messages.text("close.elsewhere", Vocabulary.ELASTIC.status(alert.status()) + " " + Vocabulary.ELASTIC.reason(alert.reason()),
                Vocabulary.SPLUNK.status(alert.status()) + " · " + Vocabulary.SPLUNK.reason(alert.reason()))));
        return badge;
    }

    private void body() {
        Alert alert = model.alertProperty().get();
        AlertDetails details = model.detailsProperty().get();
        if (details != null && alert != null && !details.assignee().isEmpty()) {
            header(alert);
        }
        if (alert == null) {
            setCenter(StatePane.empty("mdoal-flag", "details.none", Messages.text("details.noneReason")));
        } else if (model.stateProperty().get() instanceof LoadState.Failed failed) {
            setCenter(StatePane.failed("details.failed", failed.message()).with("action.tryAgain", model::load));
        } else if (details == null) {
            setCenter(StatePane.loading("details.loading", Messages.text("details.loadingReason", alert.count())));
        } else if (model.stateProperty().get() instanceof LoadState.Ready) {
            stale.clear();
            stale.addAll(tabs.getTabs());
            explained.clear();
            fill(tabs.getSelectionModel().getSelectedItem());
            setCenter(tabs);
        }
    }

    /** Builds a tab's content when it is first looked at. */
    private void fill(Tab tab) {
        AlertDetails details = model.detailsProperty().get();
        if (details == null || !stale.remove(tab)) {
            return;
        }
        if (tab == overview) {
            tab.setContent(Widgets.scrolling(overview(details), "details.overview"));
        } else if (tab == guide) {
            tab.setContent(Widgets.scrolling(guideView.apply(details), "details.guide"));
        } else if (tab == attack) {
            tab.setContent(Widgets.scrolling(attackView.apply(details), "details.attack"));
        } else if (tab == event) {
            tab.setContent(details.events().isEmpty() ? StatePane.empty("mdoal-description", "event.none", Messages.text("event.noneReason"))
                    : eventTab(details));
        } else if (tab == related) {
            tab.setContent(Widgets.scrolling(new RelatedTab(details, model, alerts, times), "details.related"));
        } else if (tab == rule) {
            tab.setContent(Widgets.scrolling(ruleTab(details), "details.rule"));
        } else {
            tab.setContent(Widgets.scrolling(new HistoryTab(details.history(), times), "details.history"));
        }
    }

    private OverviewTab overview(AlertDetails details) {
        WhyView why = new WhyView(details, model, desktop, times);
        explained.add(why::show);
        why.show(model.explainedProperty().get());
        return new OverviewTab(details, why, desktop, times);
    }

    private EventTab eventTab(AlertDetails details) {
        EventTab made = new EventTab(details.events(), desktop, times);
        explained.add(made::mark);
        made.mark(model.explainedProperty().get());
        return made;
    }

    private Node plainGuide(AlertDetails details) {
        return padded(new GuideView(details.rule(), desktop));
    }

    private Node plainAttack(AlertDetails details) {
        return padded(new AttackView(details.rule().threats(), desktop));
    }

    private VBox ruleTab(AlertDetails details) {
        HBox title = new HBox(8, Widgets.label(Messages.text("rule.query"), "section-title"), Badge.language(details.rule().language()));
        title.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(12, title, new QueryView(details.rule().query(), details.rule().language(), desktop), RuleFacts.everything(details.rule(), desktop));
        return padded(box);
    }

    private static <T extends Region> T padded(T node) {
        Node content = node;
        content.getStyleClass().add("tab-content");
        return node;
    }
}
