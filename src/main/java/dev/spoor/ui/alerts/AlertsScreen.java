package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.ContentPlace;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.KeyCap;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Investigation;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The alerts of the case beside everything about the one that is selected. */
public final class AlertsScreen implements Screen {
    private final AlertsViewModel model;
    private final DetailsViewModel detailsModel;
    private final Consumer<String> notice;
    private final Runnable changed;
    private final Runnable showRules;
    private final AlertTable table;
    private final FilterBar filters;
    private final DetailsPane details;
    private final AlertActions actions;
    private final Label counts = Widgets.label("", "muted");
    private final ContentPlace place;
    private final BorderPane view = new BorderPane();

    /**
     * The screen of a case.
     *
     * @param notice    told in words what was done, or why it could not be
     * @param changed   called after a decision
     * @param showRules shows the rules, for when there are no alerts
     * @param except    opens the editor for an exception that covers an alert
     */
    public AlertsScreen(Investigation investigation, Tasks tasks, Desktop desktop, Dialogs dialogs, Consumer<String> notice, Runnable changed, Runnable showRules,
            Consumer<Alert> except) {
        this.notice = notice;
        this.changed = changed;
        this.showRules = showRules;
        model = new AlertsViewModel(investigation, tasks);
        detailsModel = new DetailsViewModel(investigation, tasks);
        table = new AlertTable(model.shown());
        place = new ContentPlace(table);
        filters = new FilterBar(model, place::focusTable);
        actions = new AlertActions(() -> List.copyOf(table.getSelectionModel().getSelectedItems()), new DecisionDialogs(dialogs), this::decide, except);
        details = new DetailsPane(detailsModel, actions, desktop);
        layOut();
        table.getSelectionModel().selectedItemProperty().subscribe(detailsModel::show);
        model.stateProperty().subscribe(state -> refresh());
        model.shown().addListener((ListChangeListener<Alert>) change -> refresh());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Alert>) change -> counts());
    }

    private void layOut() {
        HBox foot = new HBox(8, counts, Widgets.spring());
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("table-foot");
        hint(foot, "hint.move", "J", "K");
        hint(foot, "hint.acknowledge", "E");
        hint(foot, "hint.falsePositive", "P");
        hint(foot, "hint.keys", "?");
        BorderPane left = new BorderPane(place);
        left.setBottom(foot);
        left.setMinWidth(300);
        details.setMinWidth(300);
        SplitPane split = new SplitPane(left, details);
        split.setDividerPositions(0.616);
        SplitPane.setResizableWithParent(details, false);
        view.setTop(filters);
        view.setCenter(split);
    }

    private static void hint(HBox foot, String key, String... caps) {
        for (String cap : caps) {
            foot.getChildren().add(new KeyCap(cap));
        }
        foot.getChildren().add(Widgets.label(Messages.text(key), "muted", "small"));
    }

    @Override public Node view() {
        return view;
    }

    @Override public void shown() {
        model.load();
        place.focusTable();
    }

    private void refresh() {
        place.show(content());
        counts();
        if (table.getSelectionModel().isEmpty() && !model.shown().isEmpty() && model.stateProperty().get() instanceof LoadState.Ready) {
            table.selectRow(0);
        }
    }

    private Node content() {
        return switch (model.stateProperty().get()) {
            case LoadState.Loading loading -> StatePane.loading("alerts.loading", Messages.text("alerts.loadingReason"));
            case LoadState.Failed failed -> StatePane.failed("alerts.failed", failed.message()).with("action.tryAgain", model::load);
            case LoadState.Ready ready when model.alerts().isEmpty() -> StatePane.empty("mdoal-flag", "alerts.none",
                    Messages.text("alerts.noneReason", model.summaryProperty().get().rulesRan(), model.summaryProperty().get().events()))
                    .with("alerts.showRules", showRules);
            case LoadState.Ready ready when model.shown().isEmpty() -> StatePane.empty("mdoal-filter_alt", "alerts.filteredOut",
                    Messages.text("alerts.filteredOutReason", model.alerts().size(), model.filterProperty().get().size()))
                    .with("alerts.clearFilters", filters::clear);
            case LoadState.Ready ready -> table;
        };
    }

    private void counts() {
        int selected = table.getSelectionModel().getSelectedItems().size();
        String all = model.shown().size() == model.alerts().size() ? Messages.text("alerts.count", model.alerts().size())
                : Messages.text("alerts.countOf", model.shown().size(), model.alerts().size());
        counts.setText(selected > 1 ? all + " · " + Messages.text("alerts.selected", Formats.count(selected)) : all);
    }

    private void decide(List<Alert> chosen, Decision decision) {
        int row = table.getSelectionModel().getSelectedIndex();
        String id = chosen.getLast().id();
        model.decide(chosen, decision, () -> {
            if (!table.select(id)) {
                table.selectRow(row);
            }
            detailsModel.show(table.getSelectionModel().getSelectedItem());
            notice.accept(AlertActions.done(chosen.size(), decision));
            changed.run();
        }, why -> notice.accept(Messages.text("decide.failed", why.message())));
    }

    @Override public boolean key(String key) {
        return switch (key) {
            case "j", "]" -> done(() -> table.move(1));
            case "k", "[" -> done(() -> table.move(-1));
            case "e" -> done(actions::acknowledge);
            case "c" -> done(actions::close);
            case "p" -> done(actions::falsePositive);
            case "r" -> done(actions::reopen);
            case "x" -> done(actions::except);
            case "g" -> done(details::showGuide);
            case "/" -> done(filters::focusWords);
            case "\r", "\n" -> table.isFocused() && done(details::focusContent);
            default -> false;
        };
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }
}
