package dev.spoor.ui.alerts;

import dev.spoor.event.Time;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.SeverityMark;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What an alert can be shown, filtered, gathered and ordered by. */
enum AlertField {
    SEVERITY(82, 82, alert -> List.of(alert.severity().word()), Comparator.comparing(Alert::severity)),
    TIME(112, 112, alert -> List.of(Long.toString(alert.time())), Comparator.comparingLong(Alert::time)),
    RULE(300, 120, alert -> List.of(alert.rule().name()), Comparator.comparing(alert -> alert.rule().name())),
    HOST(152, 48, alert -> alert.host().map(List::of).orElse(List.of()), Comparator.comparing(alert -> alert.host().orElse(""))),
    USER(96, 48, alert -> alert.user().map(List::of).orElse(List.of()), Comparator.comparing(alert -> alert.user().orElse(""))),
    EVENTS(60, 52, alert -> List.of(Long.toString(alert.count())), Comparator.comparingLong(Alert::count)),
    STATUS(100, 60, alert -> List.of(alert.status().word()), Comparator.comparing(Alert::status).thenComparing(alert -> alert.reason().map(Enum::ordinal).orElse(-1))),
    RISK(56, 48, alert -> alert.risk().stream().mapToObj(Integer::toString).toList(), Comparator.comparingInt(alert -> alert.risk().orElse(-1))),
    TECHNIQUE(120, 60, Alert::techniques, Comparator.comparing(alert -> String.join(" ", alert.techniques()))),
    TAG(112, 48, Alert::tags, Comparator.comparing(alert -> String.join(" ", alert.tags()))),
    ORIGIN(72, 48, alert -> List.of(alert.rule().origin().word()), Comparator.comparing(alert -> alert.rule().origin())),
    /** How many alerts the row stands for. */
    ALERTS(52, 48, alert -> List.of(Long.toString(1 + alert.suppressed())), Comparator.comparingLong(Alert::suppressed)),
    /** The number and the words of the variant. */
    VARIANT(240, 80, alert -> alert.variant().isNone() ? List.of() : List.of(alert.variant().id() + " " + alert.variant().shape()),
            Comparator.comparing((Alert alert) -> alert.variant().shape()).thenComparing(alert -> alert.variant().id())),
    /** The last event, by its number in the case: rules of several origins may have found the same. */
    EVENT(90, 60, alert -> alert.events().isEmpty() ? List.of() : List.of(Long.toString(alert.events().getLast().id())),
            Comparator.comparingLong(alert -> alert.events().isEmpty() ? -1 : alert.events().getLast().id())),
    /** What the rule says, where somebody gave another severity or the host or user is critical as well. */
    RULE_SEVERITY(104, 82, alert -> List.of(alert.ruleSeverity().word()), Comparator.comparing(Alert::ruleSeverity)),
    FILE(180, 60, AlertField::files, Comparator.comparing(alert -> String.join(" ", files(alert))));

    /** What the table shows until the user wants something else. */
    static final List<AlertField> USUAL = List.of(SEVERITY, TIME, RULE, HOST, USER, ALERTS, STATUS);
    /** What can be chosen from a list of values. */
    static final List<AlertField> CHOOSABLE = List.of(SEVERITY, STATUS, HOST, USER, RULE, TAG);
    /** What alerts can be gathered by. */
    static final List<AlertField> GROUPS = List.of(RULE, HOST, USER, SEVERITY, RULE_SEVERITY, STATUS, TECHNIQUE, TAG, ORIGIN, FILE);

    private final double width;
    private final double least;
    private final Function<Alert, List<String>> values;
    private final Comparator<Alert> order;

    AlertField(double width, double least, Function<Alert, List<String>> values, Comparator<Alert> order) {
        this.width = width;
        this.least = least;
        this.values = values;
        this.order = order;
    }

    private static List<String> files(Alert alert) {
        LinkedHashSet<String> files = new LinkedHashSet<>();
        for (EventReference event : alert.events()) {
            files.add(event.source());
        }
        return List.copyOf(files);
    }

    /** The word of saved views. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AlertField> ofWord(String word) {
        for (AlertField field : values()) {
            if (field.word().equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The title of column, filter and group. */
    String title() {
        return Messages.text("field." + word());
    }

    /** Width of the column in pixels to begin with. */
    double width() {
        return width;
    }

    /** Width below which the column says nothing. */
    double least() {
        return least;
    }

    /** The alert's values, as filters compare them; empty for none. */
    List<String> values(Alert alert) {
        return values.apply(alert);
    }

    /** The same for alerts that stand at the same place of the order. */
    List<String> alike(Alert alert) {
        List<String> all = this == STATUS ? List.of(status(alert)) : values(alert);
        return all.isEmpty() ? List.of("") : all;
    }

    /** Whether one can filter by its values. */
    boolean filterable() {
        return this != TIME && this != EVENTS && this != ALERTS;
    }

    /** Whether its column holds numbers. */
    boolean number() {
        return this == EVENTS || this == RISK || this == ALERTS;
    }

    /** Whether it folds alerts that are one for the analyst. */
    boolean alone() {
        return this == VARIANT || this == EVENT;
    }

    /** Whether each alert has at most one value. */
    boolean single() {
        return this != TECHNIQUE && this != TAG && this != FILE;
    }

    /** The value by which an alert is gathered, of a field with single values; an alert of unknown shape or without events is alone. */
    String key(Alert alert) {
        return switch (this) {
            case VARIANT -> alert.variant().isNone() ? alert.id() : alert.variant().id();
            case EVENT -> alert.events().isEmpty() ? alert.id() : Long.toString(alert.events().getLast().id());
            case RULE -> alert.rule().name();
            case HOST -> alert.host().orElse("");
            case USER -> alert.user().orElse("");
            case SEVERITY, RULE_SEVERITY, TIME, EVENTS, STATUS, RISK, TECHNIQUE, TAG, ORIGIN, FILE, ALERTS -> {
                List<String> values = values(alert);
                yield values.isEmpty() ? "" : values.getFirst();
            }
        };
    }

    /** From the smallest to the greatest. */
    Comparator<Alert> order() {
        return order;
    }

    /** Whether the greatest is what one wants to see first. */
    boolean greatestFirst() {
        return this == SEVERITY || this == RULE_SEVERITY || this == TIME || number();
    }

    /** A value in words; an empty one is "none". A time stays what it is: {@link Times} writes times. */
    String shown(String value) {
        if (value.isEmpty()) {
            return Messages.text("field.none");
        }
        return switch (this) {
            case SEVERITY, RULE_SEVERITY -> SeverityMark.word(Severity.valueOf(value.toUpperCase(Locale.ROOT)));
            case STATUS -> Messages.text("status." + value);
            case ORIGIN -> Messages.text("origin." + RuleOrigin.valueOf(value.toUpperCase(Locale.ROOT)).word());
            case FILE -> Formats.fileName(value);
            case VARIANT -> value.substring(value.indexOf(' ') + 1);
            case TIME, RULE, HOST, USER, EVENTS, RISK, TECHNIQUE, TAG, ALERTS, EVENT -> value;
        };
    }

    /** What the column says about an alert. */
    String text(Alert alert, Times times) {
        return switch (this) {
            case STATUS -> AlertField.status(alert);
            case TIME -> times.time(alert.time());
            case EVENTS -> Formats.count(alert.count());
            case ALERTS -> Formats.count(1 + alert.suppressed());
            case SEVERITY, RULE_SEVERITY, RULE, HOST, USER, RISK, TECHNIQUE, TAG, ORIGIN, FILE, VARIANT, EVENT -> {
                List<String> all = values(alert);
                yield all.isEmpty() ? Formats.NONE : all.size() == 1 ? shown(all.getFirst()) : String.join(", ", all.stream().map(this::shown).toList());
            }
        };
    }

    /** Open, Acknowledged, or the reason why it is closed. */
    static String status(Alert alert) {
        return alert.status() == Status.CLOSED && alert.reason().isPresent() ? Messages.text("reason." + alert.reason().get().word())
                : Messages.text("status." + alert.status().word());
    }

    /** Whether the alert has a time. */
    static boolean timed(Alert alert) {
        return alert.time() != Time.NONE;
    }
}
