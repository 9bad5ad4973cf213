package dev.spoor.ui.exceptions;

import dev.spoor.rule.Rule;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Asks for rules, to be ticked in a list that words narrow. */
final class RulesDialog {
    private final Dialog<ButtonType> dialog;
    private final Set<String> chosen;

    RulesDialog(Dialogs dialogs, List<Rule> rules, Set<String> before) {
        chosen = new LinkedHashSet<>(before);
        FilteredList<Rule> shown = new FilteredList<>(FXCollections.observableArrayList(rules));
        ListView<Rule> list = new ListView<>(shown);
        list.setId("scope-rules");
        list.setPrefHeight(280);
        list.setAccessibleText(Messages.text("except.scopeChosen"));
        list.setCellFactory(CheckBoxListCell.forListView(this::ticked, new Names()));
        TextField words = new TextField();
        words.setId("scope-filter");
        words.setPromptText(Messages.text("rules.filter"));
        words.setAccessibleText(Messages.text("rules.filter"));
        words.textProperty()
                .subscribe(text -> shown.setPredicate(rule -> (rule.name() + " " + rule.id()).toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT))));
        dialog = dialogs.asking("except.scopeChosen", "except.scopeTake", new VBox(8, words, list, Widgets.wrapped(Messages.text("except.scopeChosenWhat"), "muted")));
        Dialogs.confirmButton(dialog).setId("scope-take");
    }

    private SimpleBooleanProperty ticked(Rule rule) {
        SimpleBooleanProperty ticked = new SimpleBooleanProperty(chosen.contains(rule.id()));
        ticked.subscribe(now -> {
            if (now) {
                chosen.add(rule.id());
            } else {
                chosen.remove(rule.id());
            }
        });
        return ticked;
    }

    /** Shows the dialog; the ids go to the receiver unless the user changed their mind. */
    void show(Consumer<Set<String>> receiver) {
        dialog.setOnHidden(event -> {
            if (dialog.getResult() != null && Dialogs.confirmed(dialog.getResult())) {
                receiver.accept(chosen);
            }
        });
        dialog.show();
    }

    /** The name of a rule. */
    private static final class Names extends StringConverter<Rule> {
        @Override public String toString(Rule rule) {
            return rule == null ? "" : SafeText.line(rule.name(), 120);
        }

        @Override public Rule fromString(String name) {
            throw new UnsupportedOperationException("a rule is never typed");
        }
    }
}
