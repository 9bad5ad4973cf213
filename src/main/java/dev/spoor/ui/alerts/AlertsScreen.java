package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertView;
import dev.spoor.triage.Decision;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Failure;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.ContentPlace;
import dev.spoor.ui.control.DetailsPlace;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.KeyCap;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.UndoBar;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.Finding;
import dev.spoor.workbench.Investigation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The alerts of the case beside everything about the one that is selected. */
public final class AlertsScreen implements Screen {
    private final AlertsViewModel model;
    private final DetailsViewModel detailsModel;
    private final Consumer<String> notice;
    private final Runnable changed;
    private final Runnable showRules;
    private final Checked checked = new Checked();
    private final UndoStack undone = new UndoStack();
    private final UndoBar undoBar = new UndoBar(this::undo);
    private final CheckBox all = new CheckBox();
    private final AlertTable table;
    private final ViewMenu views;
    private final FilterBar filters;
    private final DetailsPane details;
    private final AlertActions actions;
    private final ContentPlace place;
    private final CellMenu menus;
    private DetailsPlace both;
    private final BorderPane view = new BorderPane();
    private boolean viewsRead;
    private BiConsumer<Map<Decision, List<Alert>>, Consumer<Map<Decision, List<Alert>>>> before = (decisions, go) -> go.accept(decisions);

    /**
     * The screen of a case.
     *
     * @param notice    told in words what was done, or why it could not be
     * @param changed   called after a decision
     * @param showRules shows the rules, for when there are no alerts
     */
    public AlertsScreen(Investigation investigation, Tasks tasks, Desktop desktop, Dialogs dialogs, Times times, Consumer<String> notice, Runnable changed, Runnable showRules) {
        this.notice = notice;
        this.changed = changed;
        this.showRules = showRules;
        model = new AlertsViewModel(investigation, tasks);
        detailsModel = new DetailsViewModel(investigation, tasks);
        table = new AlertTable(checked, times, order -> model.ask(model.queryProperty().get().ordered(order)), group -> model.fold(group.path()));
        place = new ContentPlace(table, table::everyColumn);
        actions = new AlertActions(this::chosen, new DecisionDialogs(dialogs), new Work());
        views = new ViewMenu(model, dialogs, this::current, this::apply, notice);
        filters = new FilterBar(model, times, place::focusTable, views, new ColumnMenu(table));
        details = new DetailsPane(detailsModel, model, actions, desktop, times, table::move);
        menus = new CellMenu(model, desktop, times, actions);
        layOut(times);
        new TableKeys(table, model, checked, menus).install(view, this::undo);
        table.onRearranged(this::remember);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> detailsModel.show(row == null ? null : row.alert()));
        model.shownProperty().subscribe(this::show);
        model.stateProperty().subscribe(state -> refresh());
        checked.versionProperty().subscribe(version -> ticks());
        all.setAccessibleText(Messages.text("alerts.tickAll"));
        all.setOnAction(event -> checked.set(all.isSelected() ? model.shownProperty().get().alerts() : List.of()));
        table.header(all);
    }

    /** What opens the editor of exceptions for some alerts (key X, a button in the details, the menu of a row). */
    public void onException(Consumer<List<Alert>> editor) {
        actions.onException(editor);
    }

    /** What shows the guide of an alert, in the place of the plain one. */
    public void onGuide(Function<AlertDetails, Node> view) {
        details.onGuide(view);
    }

    /** What shows the techniques of an alert, in the place of the plain list. */
    public void onAttack(Function<AlertDetails, Node> view) {
        details.onAttack(view);
    }

    /** What is asked before decisions are kept; it passes them on, changed or not, or drops them. */
    public void beforeDeciding(BiConsumer<Map<Decision, List<Alert>>, Consumer<Map<Decision, List<Alert>>>> question) {
        before = question;
    }

    /** What asks for the file into which alerts are written, given a name to begin with. */
    public void onExport(Function<String, Optional<Path>> choose) {
        actions.onExport(alerts -> choose.apply(Messages.text("export.name")).ifPresent(file -> model.export(alerts, file,
                count -> notice.accept(Messages.text("export.done", count, SafeText.line(file.toString(), 300))),
                why -> notice.accept(Messages.text("export.failed", why.message())))));
    }

    private void layOut(Times times) {
        HBox foot = new HBox(8, new VariantMeter(model), Widgets.spring());
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("table-foot");
        hint(foot, "hint.move", "J", "K");
        hint(foot, "hint.tick", "Space");
        hint(foot, "hint.acknowledge", "E");
        hint(foot, "hint.falsePositive", "P");
        hint(foot, "hint.keys", "?");
        BorderPane left = new BorderPane(new HoverFilters(place, table, menus));
        TableHead head = new TableHead(model, checked, this::remember);
        left.setTop(head);
        left.setBottom(foot);
        StackPane.setAlignment(undoBar, Pos.BOTTOM_LEFT);
        StackPane.setMargin(undoBar, new Insets(0, 0, 44, 12));
        both = new DetailsPlace(new StackPane(left, undoBar), details, 0.616);
        both.below(head);
        view.setTop(new VBox(filters, new TimeHistogram(model, times)));
        view.setCenter(both);
    }

    private static void hint(HBox foot, String key, String... caps) {
        for (String cap : caps) {
            foot.getChildren().add(new KeyCap(cap));
        }
        Label words = Widgets.label(Messages.text(key), "muted", "small");
        words.setMinWidth(Region.USE_PREF_SIZE);
        foot.getChildren().add(words);
    }

    @Override public Node view() {
        return view;
    }

    @Override public void shown() {
        if (!viewsRead) {
            viewsRead = true;
            views.load(left -> apply(new AlertView("", List.of(), left.group(), left.columns(), left.sort(), left.descending())));
        }
        model.load();
        place.focusTable();
    }

    /** Shows the alerts that have these words, and no other filter. */
    public void find(String words) {
        filters.find(words);
        place.focusTable();
    }

    private void show(AlertListing listing) {
        table.show(listing);
        checked.retain(listing.alerts());
        refresh();
        detailsModel.show(table.getSelectionModel().getSelectedItem() == null ? null : table.getSelectionModel().getSelectedItem().alert());
    }

    private void refresh() {
        place.show(content());
        ticks();
    }

    private Node content() {
        return switch (model.stateProperty().get()) {
            case LoadState.Loading loading -> StatePane.loading("alerts.loading", Messages.text("alerts.loadingReason"));
            case LoadState.Failed failed -> StatePane.failed("alerts.failed", failed.message()).with("action.tryAgain", model::load);
            case LoadState.Ready ready when model.alerts().isEmpty() -> StatePane.empty("mdoal-flag", "alerts.none",
                    Messages.text("alerts.noneReason", model.summaryProperty().get().rulesRan(), model.summaryProperty().get().events()))
                    .with("alerts.showRules", showRules);
            case LoadState.Ready ready when model.shownProperty().get().alerts().isEmpty() -> StatePane.empty("mdoal-filter_alt", "alerts.filteredOut",
                    Messages.text("alerts.filteredOutReason", model.alerts().size(), model.shownProperty().get().query().filter().size()))
                    .with("alerts.clearFilters", filters::clear);
            case LoadState.Ready ready -> table;
        };
    }

    private void ticks() {
        int shown = model.shownProperty().get().alerts().size();
        all.setSelected(shown > 0 && checked.size() == shown);
        all.setIndeterminate(checked.size() > 0 && checked.size() < shown);
    }

    /** The ticked alerts, or where nothing is ticked those of the selected rows. */
    private List<Alert> chosen() {
        return checked.size() == 0 ? table.selected() : model.shownProperty().get().alerts().stream().filter(checked::contains).toList();
    }

    private void decide(Map<Decision, List<Alert>> decisions, String done) {
        before.accept(decisions, asked -> keep(asked, done));
    }

    private void keep(Map<Decision, List<Alert>> decisions, String done) {
        List<Alert> before = decisions.values().stream().flatMap(List::stream).toList();
        model.decide(decisions, () -> {
            undone.push(new UndoStack.Step(done, (after, failed) -> model.restore(before, after, failed)));
            checked.set(List.of());
            undoBar.show(done);
            notice.accept(done);
            changed.run();
        }, why -> notice.accept(Messages.text("decide.failed", why.message())));
    }

    /** Carries out what was decided. */
    private final class Work implements AlertActions.Deciding {
        @Override public void decide(Map<Decision, List<Alert>> decisions, String done) {
            AlertsScreen.this.decide(decisions, done);
        }

        @Override public void assign(List<Alert> alerts, String name, String done) {
            model.assign(alerts, name, back -> told(done, back), this::failed);
        }

        @Override public void find(List<Alert> alerts, Function<List<Finding>, Optional<Finding>> asking) {
            model.findings(known -> asking.apply(known).ifPresent(finding -> model.find(finding, known,
                    back -> told(Messages.text("done.found", alerts.size(), finding.name()), back), this::failed)), this::failed);
        }

        @Override public void rate(List<GivenSeverity> wanted, String done) {
            model.rate(wanted, back -> told(done, back), this::failed);
        }

        @Override public String analyst() {
            return model.analyst();
        }

        private void told(String done, UndoStack.Back back) {
            undone.push(new UndoStack.Step(done, back));
            undoBar.show(done);
            notice.accept(done);
            detailsModel.reload();
            changed.run();
        }

        private void failed(Failure why) {
            notice.accept(Messages.text("decide.failed", why.message()));
        }
    }

    private void undo() {
        undone.pop().ifPresent(step -> step.back().run(() -> {
            undoBar.setVisible(false);
            notice.accept(Messages.text("undo.done", step.done()));
            detailsModel.reload();
            changed.run();
        }, why -> notice.accept(Messages.text("decide.failed", why.message()))));
    }

    private AlertView current(String name) {
        AlertQuery query = model.queryProperty().get();
        return new AlertView(name, query.filter().conditions(), String.join(" ", query.groups().stream().map(AlertField::word).toList()),
                table.fields().stream().map(AlertField::word).toList(),
                query.order().field() == null ? "" : query.order().field().word(), query.order().descending());
    }

    private void apply(AlertView wanted) {
        List<AlertField> columns = wanted.columns().stream().flatMap(word -> AlertField.ofWord(word).stream()).distinct().toList();
        AlertOrder order = new AlertOrder(AlertField.ofWord(wanted.sort()).orElse(null), wanted.descending());
        table.arrange(columns.contains(AlertField.RULE) ? columns : AlertField.USUAL, order);
        AlertQuery query = model.queryProperty().get().filtered(AlertFilter.of(wanted.conditions())).ordered(order);
        List<AlertField> groups = Arrays.stream(wanted.group().split(" ")).flatMap(word -> AlertField.ofWord(word).stream())
                .filter(field -> field.alone() || AlertField.GROUPS.contains(field)).distinct().limit(AlertQuery.MOST_GROUPS + 1L).toList();
        model.ask(groups.equals(query.groups()) ? query : query.grouped(groups));
        model.settled();
    }

    private void remember() {
        model.saveView(current(""), () -> {}, why -> notice.accept(Messages.text("view.failed", why.message())));
    }

    @Override public boolean key(String key) {
        return switch (key) {
            case "j", "]" -> done(() -> table.move(1));
            case "k", "[" -> done(() -> table.move(-1));
            case "e" -> done(actions::acknowledge);
            case "c" -> done(actions::close);
            case "p" -> done(actions::falsePositive);
            case "r" -> done(actions::reopen);
            case "x" -> done(actions::exception);
            case "t" -> done(actions::tag);
            case "n" -> done(actions::note);
            case "a" -> done(actions::assign);
            case "i" -> done(actions::finding);
            case "s" -> done(actions::severity);
            case "g" -> read(details::showGuide);
            case "/" -> done(filters::focusWords);
            case "\r", "\n" -> table.isFocused() && read(details::focusContent);
            default -> false;
        };
    }

    private boolean read(Runnable action) {
        both.open();
        return done(action);
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }
}
