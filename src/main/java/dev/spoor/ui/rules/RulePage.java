package dev.spoor.ui.rules;

import dev.spoor.rule.Rule;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.AttackView;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.GuideView;
import dev.spoor.ui.control.MarkdownView;
import dev.spoor.ui.control.QueryView;
import dev.spoor.ui.control.RuleFacts;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.RuleState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All that a rule says, in four tabs. The open tab stays open from rule to rule. */
final class RulePage extends BorderPane {
    private final Desktop desktop;
    private final TabPane tabs = new TabPane();
    private final List<String> keys = List.of("rules.definition", "details.guide", "details.attack", "rules.everything");
    private RuleState state;
    private Optional<Consumer<Rule>> exceptions = Optional.empty();

    RulePage(Desktop desktop) {
        this.desktop = desktop;
        getStyleClass().add("details-pane");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText(Messages.text("rules.tabs"));
        for (String key : keys) {
            Tab tab = new Tab(Messages.text(key));
            tab.setId(key.replace('.', '-'));
            tabs.getTabs().add(tab);
        }
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::fill);
        show(null);
    }

    /** Shows a rule; null for none. */
    void show(RuleState next) {
        state = next;
        if (next == null) {
            setTop(null);
            setCenter(StatePane.empty("mdomz-rule", "rules.noneSelected", Messages.text("rules.noneSelectedReason")));
            return;
        }
        setTop(head(next));
        tabs.getTabs().forEach(tab -> tab.setContent(null));
        fill(tabs.getSelectionModel().getSelectedItem());
        setCenter(tabs);
    }

    /** What opens the editor of exceptions for a rule. */
    void onException(Consumer<Rule> editor) {
        exceptions = Optional.of(editor);
        show(state);
    }

    /** Opens the editor of exceptions, where there is one; only for a rule that was run, because the case does not know others. */
    void exception() {
        if (state != null) {
            exceptions.ifPresent(editor -> editor.accept(state.rule()));
        }
    }

    /** Opens the guide. */
    void showGuide() {
        tabs.getSelectionModel().select(1);
    }

    private VBox head(RuleState state) {
        Rule rule = state.rule();
        Label title = Widgets.wrapped(SafeText.line(rule.name(), 300), "pane-title");
        String risk = Messages.text("details.risk", rule.risk().isPresent() ? Formats.count(rule.risk().getAsInt()) : Formats.NONE);
        FlowPane facts = new FlowPane(8, 4, new SeverityMark(rule.severity()), Widgets.label(risk, "muted"),
                Widgets.label("· " + Messages.text("origin." + rule.origin().word()), "plain"), Badge.language(rule.language()),
                Badge.fidelity(state.fidelity().status()));
        if (rule.deprecated()) {
            facts.getChildren().add(new Badge(Messages.text("rule.deprecated"), Badge.Kind.WARNING));
        }
        facts.setAlignment(Pos.CENTER_LEFT);
        String done = state.ran() ? Messages.text("rules.ranAlerts", state.alerts()) : Messages.text("rules.notRun");
        VBox head = new VBox(8, title, facts, Widgets.label(done, "muted"));
        head.getStyleClass().add("details-head");
        if (exceptions.isPresent()) {
            Button exception = Widgets.button("action.exception", this::exception);
            exception.setId("rule-exception");
            head.getChildren().add(exception);
        }
        return head;
    }

    private void fill(Tab tab) {
        if (state == null || tab.getContent() != null) {
            return;
        }
        int index = tabs.getTabs().indexOf(tab);
        List<Supplier<Region>> contents = List.of(this::definition, () -> new GuideView(state.rule(), desktop),
                () -> new AttackView(state.rule().threats(), desktop), () -> RuleFacts.everything(state.rule(), desktop));
        Region content = contents.get(index).get();
        content.getStyleClass().add("tab-content");
        tab.setContent(Widgets.scrolling(content, keys.get(index)));
    }

    private VBox definition() {
        Rule rule = state.rule();
        VBox box = new VBox(12);
        RuleFacts.reasons(state.fidelity()).ifPresent(box.getChildren()::add);
        box.getChildren().addAll(new MarkdownView(rule.description(), desktop), Widgets.label(Messages.text("rule.query"), "section-title"),
                new QueryView(rule.query(), rule.language(), desktop), RuleFacts.facts(rule, desktop));
        return box;
    }
}
