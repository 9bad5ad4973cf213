package dev.spoor.triage;

import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one plain sentence that says what an alert is about. */
public final class AlertSummary {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([A-Za-z0-9_.{}]{1,100})\\$");
    private static final int MAX_CODE_POINTS = 1_000;

    private AlertSummary() {}

    /**
     * The rule's own message with its {@code $field$} placeholders filled, where it has one; else the rule's name, host, user and the number of events. Longer than
     * 1,000 characters it is cut, and ends in an ellipsis.
     *
     * @param name  what the rule is called in this alert
     * @param found what it found
     */
    static String of(Rule rule, String name, AlertFactory.Finding found) {
        AlertFields fields = found.fields();
        String message = rule.riskBasedAlerting().map(RiskBasedAlerting::message).orElse("").strip();
        return shortened(sentence(message.isEmpty() ? named(name, found) : filled(message, fields)));
    }

    private static String named(String name, AlertFactory.Finding found) {
        StringBuilder out = new StringBuilder(name.strip());
        found.fields().host().ifPresent(host -> out.append(" on ").append(host));
        found.fields().user().ifPresent(user -> out.append(" by ").append(user));
        if (found.count() > 1) {
            out.append(" (").append(found.count()).append(found.suppressed() > 0 ? " events, one alert for " + (found.suppressed() + 1) : " events").append(')');
        }
        return out.toString();
    }

    private static String filled(String message, AlertFields fields) {
        return PLACEHOLDER.matcher(message).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), fields)));
    }

    /** Splunk's names for host and user are answered from an event that has only ECS names. */
    private static String value(String name, AlertFields fields) {
        Optional<String> own = fields.text(name);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<String> meant = switch (name) {
            case "dest", "host", "dvc", "Computer", "ComputerName" -> fields.host();
            case "user", "User", "src_user" -> fields.user();
            default -> Optional.empty();
        };
        return meant.orElse("(unknown " + name + ")");
    }

    private static String sentence(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.isEmpty() || ".!?".indexOf(line.charAt(line.length() - 1)) >= 0 ? line : line + ".";
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_CODE_POINTS ? text : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS - 1)) + "…";
    }
}
