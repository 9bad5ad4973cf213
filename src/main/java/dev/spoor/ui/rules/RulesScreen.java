package dev.spoor.ui.rules;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.ContentPlace;
import dev.spoor.ui.control.DetailsPlace;
import dev.spoor.ui.control.RowKeys;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.control.StatePane;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.RuleState;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/** The rules of the case beside the page of the one that is selected. */
public final class RulesScreen implements Screen {
    private final RulesViewModel model;
    private final RuleTable table;
    private final RuleBar bar;
    private final RulePage page;
    private final ContentPlace place;
    private final DetailsPlace both;
    private final BorderPane view = new BorderPane();

    /** The screen of a case. */
    public RulesScreen(Investigation investigation, Tasks tasks, Desktop desktop) {
        model = new RulesViewModel(investigation, tasks);
        table = new RuleTable(model.shown());
        place = new ContentPlace(table);
        bar = new RuleBar(model, place::focusTable);
        page = new RulePage(desktop);
        both = new DetailsPlace(place, page, 0.6);
        view.setTop(bar);
        view.setCenter(both);
        table.getSelectionModel().selectedItemProperty().subscribe(page::show);
        model.stateProperty().subscribe(state -> refresh());
        model.shown().addListener((ListChangeListener<RuleState>) change -> refresh());
    }

    @Override public Node view() {
        return view;
    }

    @Override public void shown() {
        model.load();
        place.focusTable();
    }

    /** What opens the editor of exceptions for a rule; without it there is no such button. */
    public void onException(Consumer<Rule> editor) {
        page.onException(editor);
    }

    /** Shows only the rules that could not run. */
    public void showBlind() {
        bar.clear();
        model.filterProperty().set(RuleFilter.ALL.toggled(Fidelity.Status.NOT_RUNNABLE).toggled(Fidelity.Status.INVALID));
    }

    /** Shows the rules that have these words, and no other filter. */
    public void find(String words) {
        bar.find(words);
        place.focusTable();
    }

    private void refresh() {
        place.show(content());
        RowKeys.begin(table);
    }

    private Node content() {
        return switch (model.stateProperty().get()) {
            case LoadState.Loading loading -> StatePane.loading("rules.loading", Messages.text("rules.loadingReason"));
            case LoadState.Failed failed -> StatePane.failed("rules.failed", failed.message()).with("action.tryAgain", model::load);
            case LoadState.Ready ready when model.rules().isEmpty() -> StatePane.empty("mdomz-rule", "rules.none", Messages.text("rules.noneReason"));
            case LoadState.Ready ready when model.shown().isEmpty() -> StatePane.empty("mdoal-filter_alt", "alerts.filteredOut",
                    Messages.text("rules.filteredOutReason", Formats.count(model.rules().size()), model.filterProperty().get().size()))
                    .with("alerts.clearFilters", bar::clear);
            case LoadState.Ready ready -> table;
        };
    }

    @Override public boolean key(String key) {
        switch (key) {
            case "g" -> {
                both.open();
                page.showGuide();
            }
            case "x" -> page.exception();
            case "/" -> bar.focusWords();
            default -> {
                return RowKeys.move(table, key);
            }
        }
        return true;
    }
}
