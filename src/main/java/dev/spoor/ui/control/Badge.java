package dev.spoor.ui.control;

import dev.spoor.rule.Fidelity;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.Locale;
import javafx.scene.control.Label;

/** A small framed word, with an icon where it stands for a state. */
public final class Badge extends Label {
    /** What a badge says by its colour; the word says it as well. */
    public enum Kind {
        PLAIN, ACCENT, GOOD, WARNING, DANGER
    }

    /** A badge without an icon. */
    public Badge(String text, Kind kind) {
        super(SafeText.line(text, 60));
        getStyleClass().addAll("badge", "badge-" + kind.name().toLowerCase(Locale.ROOT));
        setMinWidth(USE_PREF_SIZE);
    }

    private Badge(String text, Kind kind, String icon) {
        this(text, kind);
        setGraphic(Widgets.icon(icon, 14));
    }

    /** A rule's language. */
    public static Badge language(String language) {
        String name = language.isEmpty() ? Messages.text("rule.noQuery") : languageName(language);
        return new Badge(name, Kind.PLAIN);
    }

    /** How a language is called: {@code esql} is ES|QL. */
    public static String languageName(String language) {
        return switch (language) {
            case "esql" -> "ES|QL";
            case "kql", "eql", "spl" -> language.toUpperCase(Locale.ROOT);
            case "lucene" -> "Lucene";
            case "sigma" -> "Sigma";
            default -> SafeText.line(language, 40);
        };
    }

    /** Whether a rule can be run, with icon and word. */
    public static Badge fidelity(Fidelity.Status status) {
        String word = fidelityWord(status);
        return switch (status) {
            case EXACT -> new Badge(word, Kind.GOOD, "mdoal-check");
            case APPROXIMATE -> new Badge(word, Kind.WARNING, "mdomz-warning");
            case NOT_RUNNABLE, INVALID -> new Badge(word, Kind.DANGER, "mdoal-block");
        };
    }

    /** Exact, Approximate, Cannot run, Invalid. */
    public static String fidelityWord(Fidelity.Status status) {
        return Messages.text("fidelity." + status.word());
    }
}
