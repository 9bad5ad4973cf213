package dev.spoor.ui.exceptions;

import dev.spoor.event.Time;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionQuery;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.ExceptionSentence;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.ExceptionProposal;
import dev.spoor.workbench.FieldChoices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The left side of the editor: name, conditions, the sentence, where and how long it holds, why. */
final class ExceptionForm extends VBox {
    private final EditedException edited;
    private final String analyst;
    private final Runnable changed;
    private final TextField name = new TextField();
    private final TextArea comment = new TextArea();
    private final DatePicker expires = new DatePicker();
    private final Label sentence = Widgets.wrapped("", "plain");
    private final ConditionGroups conditions;
    private final ScopePicker scope;
    private final PartPicker parts;
    private final Label proposed = Widgets.wrapped("", "muted", "small");
    private final Label query = Widgets.wrapped("", "code");
    private final VBox queryCard = new VBox(4, query);

    ExceptionForm(EditedException edited, EditorGround ground, Dialogs dialogs, String analyst, Runnable changed) {
        super(8);
        FieldChoices choices = ground.choices();
        List<Rule> rules = ground.rules();
        this.edited = edited;
        this.analyst = analyst;
        this.changed = changed;
        getStyleClass().add("except-form");
        conditions = new ConditionGroups(choices.fields(), choices.arrays(), ground.lists(), edited.draft().entries(), this::update);
        scope = new ScopePicker(edited, rules, ground.shared(), this::update);
        parts = new PartPicker(edited, choices, ground.parts(), this::update);
        fill();
        VBox card = new VBox(sentence);
        card.getStyleClass().add("card");
        getChildren().addAll(caption("except.name", ""), name, conditionsCaption(origin(choices), ground.propose()), proposed, conditions);
        if (choices.rows()) {
            getChildren().add(Widgets.wrapped(Messages.text("except.onlyColumns"), "muted", "small"));
        }
        if (choices.counted() < choices.of()) {
            getChildren().add(Widgets.wrapped(Messages.text("except.countedOf", choices.counted(), choices.of()), "muted", "small"));
        }
        Hyperlink chooseRules = new Hyperlink(Messages.text("except.scopeChoose"));
        chooseRules.setId("except-choose-rules");
        chooseRules.getStyleClass().add("text-link");
        chooseRules.setOnAction(event -> choose(dialogs, rules));
        Hyperlink share = new Hyperlink(Messages.text("except.share"));
        share.setId("except-share");
        share.getStyleClass().add("text-link");
        share.setOnAction(event -> share(dialogs, ground.share()));
        VBox applies = new VBox(4, new HBox(8, Widgets.label(Messages.text("except.scope"), "section-title"), chooseRules, share), scope, parts);
        HBox.setHgrow(applies, Priority.ALWAYS);
        VBox end = new VBox(4, caption("except.expires", Messages.text("except.optional")), expires);
        end.setMinWidth(170);
        getChildren().addAll(card, queryToggle(), queryCard, new HBox(16, end, applies), caption("except.comment", Messages.text("except.required")), comment);
        update();
    }

    private HBox conditionsCaption(String origin, EditorGround.Proposing propose) {
        Hyperlink smallest = new Hyperlink(Messages.text("except.propose"));
        smallest.setId("except-propose");
        smallest.getStyleClass().add("text-link");
        smallest.setMinWidth(USE_PREF_SIZE);
        proposed.setId("except-proposed");
        proposed.managedProperty().bind(proposed.textProperty().isNotEmpty());
        smallest.setOnAction(event -> propose.ask(this::take, why -> proposed.setText(why)));
        HBox caption = caption("except.conditions", origin);
        caption.getChildren().addAll(Widgets.spring(), smallest);
        return caption;
    }

    private void take(ExceptionProposal found) {
        conditions.set(found.draft().entries());
        proposed.setText(Messages.text(found.spared() == 0 ? "except.proposedAlone" : found.separates() ? "except.proposedApart" : "except.proposedNotApart", found.covered(),
                found.spared(), found.caught().size()));
    }

    /** What the conditions were filled in from. */
    private String origin(FieldChoices choices) {
        if (edited.before().isPresent()) {
            return Messages.text("except.asSaved");
        }
        return switch (choices.source()) {
            case SELECTION -> Messages.text("except.fromSelection", edited.chosen(), edited.others().size() + 1);
            case RULE -> Messages.text(edited.chosen() > 0 ? "except.fromAlert" : "except.fromRule");
            case CASE -> Messages.text("except.fromCase");
        };
    }

    private void choose(Dialogs dialogs, List<Rule> rules) {
        Set<String> before = new LinkedHashSet<>();
        rules.stream().filter(rule -> scope.scope().kind() != ExceptionScope.Kind.ALL && scope.scope().covers(rule, edited.ruleId())).map(Rule::id).forEach(before::add);
        new RulesDialog(dialogs, rules, before).show(ids -> {
            List<String> others = ids.stream().filter(id -> !id.equals(edited.ruleId())).sorted().toList();
            scope.choose(others.isEmpty() ? ExceptionScope.RULE : new ExceptionScope(ExceptionScope.Kind.RULES, others));
        });
    }

    private void share(Dialogs dialogs, EditorGround.Sharing sharing) {
        TextField title = new TextField();
        title.setId("share-name");
        title.setAccessibleText(Messages.text("except.shareName"));
        title.setPromptText(Messages.text("except.shareName"));
        Dialog<ButtonType> dialog = dialogs.asking("except.shareTitle", "except.shareMake", new VBox(8, title, Widgets.wrapped(Messages.text("except.shareWhat"), "muted")));
        Dialogs.confirmButton(dialog).setId("share-make");
        Dialogs.confirmButton(dialog).disableProperty().bind(title.textProperty().map(String::isBlank));
        dialog.setOnHidden(event -> {
            if (dialog.getResult() != null && Dialogs.confirmed(dialog.getResult())) {
                sharing.make(title.getText(), list -> scope.choose(ExceptionScope.of(list)));
            }
        });
        dialog.show();
    }

    private Hyperlink queryToggle() {
        Hyperlink toggle = new Hyperlink(Messages.text("except.showQuery"));
        toggle.setId("except-show-query");
        toggle.getStyleClass().add("text-link");
        queryCard.getStyleClass().add("card");
        queryCard.setVisible(false);
        queryCard.managedProperty().bind(queryCard.visibleProperty());
        query.setId("except-query");
        toggle.setOnAction(event -> {
            queryCard.setVisible(!queryCard.isVisible());
            toggle.setText(Messages.text(queryCard.isVisible() ? "except.hideQuery" : "except.showQuery"));
        });
        return toggle;
    }

    private void fill() {
        name.setText(edited.draft().name());
        name.setId("except-name");
        name.setPromptText(Messages.text("except.namePrompt"));
        name.setAccessibleText(Messages.text("except.name"));
        comment.setText(edited.draft().comment());
        comment.setId("except-comment");
        comment.setAccessibleText(Messages.text("except.comment"));
        comment.setPromptText(Messages.text("except.commentPrompt"));
        comment.setWrapText(true);
        comment.setPrefRowCount(2);
        comment.setMinHeight(52);
        expires.setAccessibleText(Messages.text("except.expires"));
        expires.setPromptText(Messages.text("except.never"));
        expires.setMaxWidth(170);
        edited.draft().expires().ifPresent(ticks -> expires.setValue(LocalDate.ofInstant(Time.instant(ticks), ZoneOffset.UTC)));
        name.textProperty().subscribe((before, now) -> changed.run());
        comment.textProperty().subscribe((before, now) -> changed.run());
        expires.valueProperty().subscribe((before, now) -> update());
    }

    private static HBox caption(String key, String more) {
        return new HBox(8, Widgets.label(Messages.text(key), "section-title"), Widgets.label(more, "muted"));
    }

    private void update() {
        if (conditions == null || scope == null || parts == null) {
            return;
        }
        List<List<Entry>> groups = parts.narrowed(conditions.entries());
        String words = groups.stream().map(ExceptionSentence::of).collect(Collectors.joining(Messages.text("except.orWord")));
        sentence.setText(words.isEmpty() ? Messages.text("except.noSentence")
                : Messages.text("except.sentence." + scope.scope().kind().word(), SafeText.line(String.join(", ", scope.scope().names()), 120), SafeText.line(words, 2_000))
                        + (parts.part().equals(ExceptionPart.WHOLE) ? ""
                                : " " + Messages.text("except.sentencePart." + parts.part().kind().name().toLowerCase(Locale.ROOT), parts.part().step())));
        String text = ExceptionQuery.kql(groups);
        query.setText(SafeText.block(ExceptionQuery.lossy(groups) ? text + "\n" + Messages.text("except.queryLossy") : text));
        changed.run();
    }

    /** What stops it from being saved, apart from what it hides; empty for nothing. */
    Optional<String> obstacle() {
        if (!conditions.complete()) {
            return Optional.of(Messages.text("except.obstacle.condition"));
        }
        if (!parts.part().equals(ExceptionPart.WHOLE) && scope.scope().kind() != ExceptionScope.Kind.RULE) {
            return Optional.of(Messages.text("except.obstacle.part"));
        }
        if (expires.getValue() != null && end(expires.getValue()) <= Time.of(Instant.now())) {
            return Optional.of(Messages.text("except.obstacle.expired"));
        }
        return comment.getText().isBlank() ? Optional.of(Messages.text("except.obstacle.comment")) : Optional.empty();
    }

    /** The exceptions as they are written now; those of groups that are not complete are left out. */
    List<ExceptionItem> items(String addition) {
        String why = addition.isEmpty() ? comment.getText().strip() : comment.getText().strip() + " " + addition;
        return edited.items(parts.narrowed(conditions.entries()), name.getText().strip(), why, Optional.ofNullable(expires.getValue()).map(ExceptionForm::end), scope.scope(),
                parts.part(), analyst);
    }

    /** An exception holds until the end of its last day. */
    private static long end(LocalDate day) {
        return Time.of(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()) - 1;
    }

    void focusComment() {
        comment.requestFocus();
    }
}
