package dev.spoor.ui.attack;

import dev.spoor.attack.Threat;
import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.AttackView;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.RuleData;
import dev.spoor.workbench.RuleState;
import dev.spoor.workbench.WorkbenchException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A rule's techniques with links that open on a click only, and below what the case has of each: alerts, rules that found, that looked and found nothing, that cannot run. */
public final class TechniquesView extends VBox {
    /** So many other rules of a technique are named. */
    private static final int SHOWN = 5;
    private final Consumer<String> alerts;
    private final Consumer<String> rules;

    /**
     * For the rule of an alert.
     *
     * @param alerts shows the alerts that have some words
     * @param rules  shows the rules that have some words
     */
    public TechniquesView(Rule rule, Investigation investigation, Tasks tasks, Desktop desktop, Consumer<String> alerts, Consumer<String> rules) {
        super(12);
        this.alerts = alerts;
        this.rules = rules;
        getStyleClass().add("tab-content");
        getChildren().add(new AttackView(rule.threats(), desktop));
        SequencedSet<Threat.Reference> techniques = techniques(rule);
        if (techniques.isEmpty()) {
            return;
        }
        VBox known = new VBox(8, Widgets.label(Messages.text("attack.counting"), "muted"));
        getChildren().addAll(Widgets.label(Messages.text("attack.inCase"), "section-title"), known);
        tasks.work(() -> known(investigation, techniques, rule)).onSuccess(found -> {
            known.getChildren().clear();
            techniques.forEach(technique -> known.getChildren().add(line(technique, rule, found)));
        }).onFailure(why -> known.getChildren().setAll(Widgets.wrapped(SafeText.block(why.message()), "warning-text"))).start();
    }

    /** What the case has. */
    private record Known(List<RuleState> rules, List<Alert> alerts, Map<String, RuleData> data) {}

    private static Known known(Investigation investigation, SequencedSet<Threat.Reference> techniques, Rule own) throws WorkbenchException {
        List<RuleState> rules = investigation.rules();
        SequencedSet<String> shown = new LinkedHashSet<>(List.of(own.id()));
        techniques.forEach(technique -> others(technique, rules).stream().limit(SHOWN + 1).forEach(state -> shown.add(state.rule().id())));
        return new Known(rules, investigation.alertList(), investigation.ruleData(shown, Job.SILENT));
    }

    /** The rules of a technique; those that found most come first. */
    private static List<RuleState> others(Threat.Reference technique, List<RuleState> rules) {
        return rules.stream().filter(state -> techniques(state.rule()).stream().anyMatch(one -> one.id().equals(technique.id())))
                .sorted(Comparator.comparingLong(RuleState::alerts).reversed().thenComparing(state -> state.rule().name()).thenComparing(state -> state.rule().id())).toList();
    }

    private static SequencedSet<Threat.Reference> techniques(Rule rule) {
        SequencedSet<Threat.Reference> all = new LinkedHashSet<>();
        rule.threats().stream().flatMap(threat -> threat.techniques().stream()).forEach(technique -> {
            all.add(technique.reference());
            all.addAll(technique.subtechniques());
        });
        return all;
    }

    private VBox line(Threat.Reference technique, Rule own, Known known) {
        List<RuleState> others = others(technique, known.rules());
        long fired = others.stream().filter(state -> state.alerts() > 0).count();
        long silent = others.stream().filter(state -> state.alerts() == 0 && state.ran()).count();
        long cannot = others.size() - fired - silent;
        long raised = known.alerts().stream().filter(alert -> alert.techniques().contains(technique.id())).count();
        FlowPane facts = new FlowPane(8, 4);
        facts.setAlignment(Pos.CENTER_LEFT);
        Badge data = fired > 0 ? new Badge(Messages.text("attack.detected"), Badge.Kind.WARNING)
                : silent > 0 ? new Badge(Messages.text("attack.looked"), Badge.Kind.PLAIN) : new Badge(Messages.text("attack.blind"), Badge.Kind.DANGER);
        facts.getChildren().addAll(data, button(Messages.text("attack.alerts", raised), () -> alerts.accept(technique.id())),
                button(Messages.text("attack.rules", others.size()), () -> rules.accept(technique.id())),
                Widgets.label(Messages.text("attack.ruleStates", fired, silent, cannot), "muted"));
        VBox card = new VBox(4, Widgets.wrapped(SafeText.line(technique.id() + " " + technique.name(), 200), "text-strong"), facts);
        card.getChildren().add(Widgets.wrapped(Messages.text("attack.own", data(own.id(), known)), "small"));
        others.stream().filter(state -> !state.rule().id().equals(own.id())).limit(SHOWN).forEach(state -> card.getChildren().add(Widgets.wrapped(
                Messages.text("attack.other", SafeText.line(state.rule().name(), 160), state.alerts()) + " · " + data(state.rule().id(), known), "muted", "small")));
        card.getStyleClass().add("card");
        return card;
    }

    private static String data(String rule, Known known) {
        RuleData data = known.data().getOrDefault(rule, RuleData.UNKNOWN);
        return Messages.text("attack.data." + data.state().word(), SafeText.line(String.join("; ", data.missing()), SafeText.SHORT));
    }

    private static Button button(String words, Runnable action) {
        Button button = Widgets.button("attack.open", action);
        button.setText(words);
        button.getStyleClass().add("link-button");
        return button;
    }
}
