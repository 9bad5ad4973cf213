package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.FieldChoice;
import dev.spoor.workbench.FieldChoices;
import dev.spoor.workbench.RuleParts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Narrows an exception: to one step of a sequence or to its join key, where the rule has them; to one host, to one user. */
final class PartPicker extends VBox {
    private static final String ANY = "";
    private final ComboBox<ExceptionPart> part = new ComboBox<>();
    private final ComboBox<String> host;
    private final ComboBox<String> user;
    private final RuleParts parts;

    PartPicker(EditedException edited, FieldChoices choices, RuleParts parts, Runnable changed) {
        super(4);
        this.parts = parts;
        part.setId("except-part");
        part.setAccessibleText(Messages.text("except.part"));
        part.setMaxWidth(Double.MAX_VALUE);
        part.setConverter(words(this::words));
        part.getItems().add(ExceptionPart.WHOLE);
        for (int step = 1; step <= parts.steps().size(); step++) {
            part.getItems().add(ExceptionPart.step(step));
        }
        if (!parts.keys().isEmpty()) {
            part.getItems().add(ExceptionPart.KEY);
        }
        if (!part.getItems().contains(edited.draft().part())) {
            part.getItems().add(edited.draft().part());
        }
        part.setValue(edited.draft().part());
        host = only("except-host", "host.name", "except.onlyHost", Messages.text("except.anyHost"), choices);
        user = only("except-user", "user.name", "except.onlyUser", Messages.text("except.anyUser"), choices);
        if (part.getItems().size() > 1) {
            getChildren().add(part);
        }
        FlowPane narrow = new FlowPane(8, 4);
        List.of(host, user).stream().filter(one -> one.getItems().size() > 1).forEach(narrow.getChildren()::add);
        if (!narrow.getChildren().isEmpty()) {
            getChildren().add(narrow);
        }
        part.valueProperty().subscribe((before, now) -> changed.run());
        host.valueProperty().subscribe((before, now) -> changed.run());
        user.valueProperty().subscribe((before, now) -> changed.run());
    }

    private static ComboBox<String> only(String id, String field, String key, String any, FieldChoices choices) {
        ComboBox<String> only = new ComboBox<>();
        only.setId(id);
        only.setAccessibleText(any);
        only.setPrefWidth(210);
        only.setConverter(words(value -> value.equals(ANY) ? any : Messages.text(key, SafeText.line(value, 60))));
        only.getItems().add(ANY);
        choices.fields().stream().filter(choice -> choice.field().equals(field)).flatMap(choice -> choice.top().stream()).map(FieldChoice.Top::value)
                .filter(value -> !value.isEmpty()).forEach(only.getItems()::add);
        only.setValue(ANY);
        return only;
    }

    private String words(ExceptionPart one) {
        return switch (one.kind()) {
            case WHOLE -> Messages.text("except.partWhole");
            case STEP -> Messages.text("except.partStep", one.step(), SafeText.line(one.step() <= parts.steps().size() ? parts.steps().get(one.step() - 1) : "", 90));
            case KEY -> Messages.text("except.partKey", SafeText.line(String.join(", ", parts.keys()), 60));
        };
    }

    /** Words for what is chosen; there is no way back, because it is never typed. */
    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override public String toString(T one) {
                return one == null ? "" : words.apply(one);
            }

            @Override public T fromString(String text) {
                throw new UnsupportedOperationException("is never typed");
            }
        };
    }

    ExceptionPart part() {
        return part.getValue();
    }

    /** The conditions of each group, with those on host and user that are asked for beside them. */
    List<List<Entry>> narrowed(List<List<Entry>> groups) {
        List<Entry> more = new ArrayList<>();
        if (!host.getValue().equals(ANY)) {
            more.add(new Entry("host.name", Entry.Operator.IS, false, List.of(host.getValue()), false));
        }
        if (!user.getValue().equals(ANY)) {
            more.add(new Entry("user.name", Entry.Operator.IS, false, List.of(user.getValue()), false));
        }
        List<List<Entry>> narrowed = new ArrayList<>();
        for (List<Entry> group : groups) {
            List<Entry> all = new ArrayList<>(group);
            more.stream().filter(entry -> !all.contains(entry)).forEach(all::add);
            narrowed.add(all);
        }
        return narrowed;
    }
}
