package dev.spoor.ui.exceptions;

import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.ExceptionScope.Kind;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Which rules the exception holds for: its rule, those of the selection, those with one of its techniques or tags, chosen ones, or all. */
final class ScopePicker extends VBox {
    private static final int SHOWN = 3;
    private final ComboBox<ExceptionScope> choice = new ComboBox<>();
    private final Label covers = Widgets.wrapped("", "muted", "small");
    private final EditedException edited;
    private final List<Rule> all;

    ScopePicker(EditedException edited, List<Rule> all, List<SharedList> shared, Runnable changed) {
        super(4);
        this.edited = edited;
        this.all = all;
        choice.setId("except-scope");
        choice.setAccessibleText(Messages.text("except.scope"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new Words());
        choice.getItems().setAll(scopes(shared));
        choice.setValue(edited.draft().scope());
        choice.valueProperty().subscribe((before, now) -> {
            describe();
            changed.run();
        });
        getChildren().addAll(choice, covers);
        describe();
    }

    private Set<ExceptionScope> scopes(List<SharedList> shared) {
        Set<ExceptionScope> scopes = new LinkedHashSet<>(List.of(ExceptionScope.RULE));
        List<String> others = edited.others();
        if (!others.isEmpty()) {
            scopes.add(new ExceptionScope(Kind.RULES, others));
        }
        all.stream().filter(rule -> rule.id().equals(edited.ruleId())).findFirst().ifPresent(rule -> {
            ExceptionScope.techniques(rule).distinct().forEach(id -> scopes.add(new ExceptionScope(Kind.TECHNIQUE, List.of(id))));
            rule.tags().forEach(tag -> scopes.add(new ExceptionScope(Kind.TAG, List.of(tag))));
        });
        shared.forEach(list -> scopes.add(withHome(ExceptionScope.of(list))));
        scopes.add(ExceptionScope.ALL);
        scopes.add(edited.draft().scope());
        return scopes;
    }

    /** A new exception attaches its list to its rule. */
    private ExceptionScope withHome(ExceptionScope scope) {
        if (edited.before().isPresent() || scope.attached().contains(edited.ruleId())) {
            return scope;
        }
        List<String> rules = new ArrayList<>(scope.attached());
        rules.add(edited.ruleId());
        return new ExceptionScope(scope.kind(), scope.names(), rules.stream().sorted().toList());
    }

    /** Offers a scope and takes it. */
    void choose(ExceptionScope scope) {
        if (!choice.getItems().contains(scope)) {
            choice.getItems().add(scope);
        }
        choice.setValue(scope);
    }

    ExceptionScope scope() {
        return choice.getValue();
    }

    private void describe() {
        List<Rule> covered = all.stream().filter(rule -> choice.getValue().covers(rule, edited.ruleId())).toList();
        List<String> names = new ArrayList<>(covered.stream().limit(SHOWN).map(rule -> SafeText.line(rule.name(), 60)).toList());
        if (covered.size() > SHOWN) {
            names.add(Messages.text("except.more", covered.size() - SHOWN));
        }
        covers.setText(Messages.text("except.covers", covered.size()) + (covered.isEmpty() ? "" : ": " + String.join(", ", names)));
    }

    /** A scope in words; there is no way back, because it is never typed. */
    private final class Words extends StringConverter<ExceptionScope> {
        @Override public String toString(ExceptionScope scope) {
            if (scope == null) {
                return "";
            }
            String names = SafeText.line(String.join(", ", scope.names()), 80);
            return switch (scope.kind()) {
                case RULE -> Messages.text("except.scopeRule", SafeText.line(edited.ruleName(), 60));
                case RULES -> Messages.text("except.scopeRules", scope.names().size() + 1);
                case TAG -> Messages.text("except.scopeTag", names);
                case TECHNIQUE -> Messages.text("except.scopeTechnique", names);
                case LIST -> Messages.text("except.scopeList", names, scope.attached().size());
                case ALL -> Messages.text("except.scopeAll");
            };
        }

        @Override public ExceptionScope fromString(String words) {
            return choice.getValue();
        }
    }
}
