package dev.spoor.ui.control;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import dev.spoor.rule.Schedule;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import javafx.scene.layout.VBox;

/** What a rule says: the facts that Spoor knows by name, and every labelled value of its file. Nothing of a rule is left out. */
public final class RuleFacts {
    private static final double NAMES = 176;

    private RuleFacts() {}

    /** Why the rule is not exact, as a box; nothing for an exact one. */
    public static Optional<VBox> reasons(Fidelity fidelity) {
        if (fidelity.reasons().isEmpty()) {
            return Optional.empty();
        }
        VBox box = new VBox(4, Widgets.label(Messages.text("fidelity.why." + fidelity.status().word()), "text-strong"));
        box.getStyleClass().addAll("notice", fidelity.runnable() ? "notice-warning" : "notice-danger");
        fidelity.reasons().forEach(reason -> box.getChildren().add(new ValueView(reason)));
        return Optional.of(box);
    }

    /** The facts. */
    public static FieldGrid facts(Rule rule, Desktop desktop) {
        FieldGrid grid = new FieldGrid(desktop, NAMES);
        grid.node(Messages.text("rule.severity"), new SeverityMark(rule.severity()));
        if (rule.severityDerived()) {
            grid.fact("", Messages.text("rule.severityDerived"));
        }
        grid.fact(Messages.text("rule.risk"), number(rule.risk()));
        grid.fact(Messages.text("rule.origin"), Messages.text("origin." + rule.origin().word()));
        grid.fact(Messages.text("rule.type"), rule.type());
        grid.fact(Messages.text("rule.language"), rule.language().isEmpty() ? Messages.text("rule.noQuery") : Badge.languageName(rule.language()));
        grid.fact(Messages.text("rule.version"), rule.version());
        grid.values(Messages.text("rule.id"), List.of(rule.id()));
        if (rule.idDerived()) {
            grid.fact("", Messages.text("rule.idDerived"));
        }
        grid.values(Messages.text("rule.indices"), rule.indices());
        schedule(grid, rule.schedule());
        grid.fact(Messages.text("rule.authors"), String.join(", ", rule.authors()));
        grid.fact(Messages.text("rule.license"), rule.license().orElse(""));
        grid.fact(Messages.text("rule.tags"), String.join(" · ", rule.tags()));
        grid.fact(Messages.text("rule.deprecated"), Messages.text(rule.deprecated() ? "rule.deprecatedYes" : "rule.deprecatedNo"));
        grid.values(Messages.text("rule.file"), List.of(rule.path()));
        rule.riskBasedAlerting().ifPresent(risk -> risk(grid, risk));
        return grid;
    }

    private static void schedule(FieldGrid grid, Schedule schedule) {
        String from = schedule.from().orElse(Formats.NONE);
        String to = schedule.to().orElse("now");
        boolean window = schedule.from().isPresent() || schedule.to().isPresent();
        grid.fact(Messages.text("rule.interval"), schedule.interval().orElse(""));
        grid.fact(Messages.text("rule.window"), window ? from + " → " + to : "");
        grid.fact(Messages.text("rule.maxSignals"), number(schedule.maxSignals()));
    }

    private static void risk(FieldGrid grid, RiskBasedAlerting risk) {
        grid.fact(Messages.text("rba.score"), number(risk.score()));
        grid.fact(Messages.text("rba.impact"), number(risk.impact()));
        grid.fact(Messages.text("rba.confidence"), number(risk.confidence()));
        grid.fact(Messages.text("rba.message"), risk.message());
        grid.values(Messages.text("rba.objects"), risk.objects());
        if (!risk.problems().isEmpty()) {
            grid.values(Messages.text("rba.problems"), risk.problems());
        }
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Formats.count(number.getAsInt()) : "";
    }

    /** Every labelled value as the file has it, then macros and the file's whole text. */
    public static VBox everything(Rule rule, Desktop desktop) {
        FieldGrid labels = new FieldGrid(desktop, NAMES);
        rule.labels().forEach(label -> labels.field(label.label(), label.values()));
        VBox box = new VBox(12, Widgets.label(Messages.text("rule.everyValue", rule.labels().size()), "section-title"));
        box.getChildren().add(labels.isEmpty() ? Widgets.label(Messages.text("rule.noLabels"), "muted") : labels);
        if (!rule.macros().isEmpty()) {
            FieldGrid macros = new FieldGrid(desktop, NAMES);
            for (Map.Entry<String, String> macro : new TreeMap<>(rule.macros()).entrySet()) {
                macros.field(macro.getKey(), List.of(macro.getValue()));
            }
            box.getChildren().addAll(Widgets.label(Messages.text("rule.macros", rule.macros().size()), "section-title"), macros);
        }
        TextLines text = new TextLines(rule.text());
        text.setPrefHeight(280);
        box.getChildren().addAll(Widgets.label(Messages.text("rule.text"), "section-title"), text);
        return box;
    }
}
