package dev.spoor.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.event.Time;
import dev.spoor.rule.GuideStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts an alert's values into the machine steps of a guide. Elastic's searches become KQL: conditions of a group joined by and, groups by or, within the window around the
 * alert. A group that asks for {@code event.kind: signal} asks for alerts. Of a value that the alert lacks the step says so; where only some groups lack one, the others are run.
 */
public final class StepFilling {
    private static final Pattern BRACES = Pattern.compile("\\{\\{\\s*([^{}\\s]{1,200})\\s*}}");
    private static final Pattern DOLLARS = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_.{}]{0,100})\\$");
    private static final Pattern QUOTED = Pattern.compile("\"\\$([A-Za-z_][A-Za-z0-9_.{}]{0,100})\\$\"");
    private static final Pattern RISK = Pattern.compile("(?i)^\\s*\\|?\\s*from\\s+datamodel\\s*[:=]?\\s*\"?Risk\\.All_Risk\"?.*?IN\\s*\\(([^)]*)\\)");
    private static final String ORIGINAL = "%original_detection_search%";
    private final AlertValues values;
    private final String search;

    /**
     * For one alert.
     *
     * @param search the rule's own query, which a drill-down may build on
     */
    public StepFilling(AlertValues values, String search) {
        this.values = values;
        this.search = search;
    }

    /** The step with this alert's values. */
    public FilledStep fill(GuideStep step) {
        return switch (step) {
            case GuideStep.Search one -> search(one);
            case GuideStep.Osquery one -> osquery(one);
            case GuideStep.DrillDown one -> drillDown(one);
        };
    }

    /** A text with its {@code {{field}}} and {@code $field$} replaced by values, for reading; what has none stays as it stands. */
    public String words(String text) {
        String braces = replaced(BRACES, text, field -> String.join(", ", values.of(field)));
        return replaced(DOLLARS, braces, field -> String.join(", ", values.of(field)));
    }

    private static String replaced(Pattern pattern, String text, Function<String, String> value) {
        Matcher found = pattern.matcher(text);
        StringBuilder out = new StringBuilder();
        while (found.find()) {
            String put = value.apply(found.group(1));
            found.appendReplacement(out, Matcher.quoteReplacement(put.isEmpty() ? found.group() : put));
        }
        return found.appendTail(out).toString();
    }

    private FilledStep search(GuideStep.Search one) {
        List<String> events = new ArrayList<>();
        List<String> alerts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (List<GuideStep.Condition> group : one.alternatives()) {
            List<String> missing = new ArrayList<>();
            boolean signal = group.stream().anyMatch(StepFilling::asksForAlerts);
            List<String> clauses = group.stream().filter(condition -> !asksForAlerts(condition)).map(condition -> clause(condition, notes, missing)).toList();
            if (missing.isEmpty()) {
                (signal ? alerts : events).add(clauses.isEmpty() ? "*" : "(" + String.join(" and ", clauses) + ")");
            }
            missing.stream().filter(field -> !lacking.contains(field)).forEach(lacking::add);
        }
        boolean none = events.isEmpty() && alerts.isEmpty();
        if (!lacking.isEmpty()) {
            notes.add("The alert has no " + String.join(", ", lacking) + (none ? "." : "; what asks for it was left out."));
        }
        Optional<String> problem =
                !none ? Optional.empty() : Optional.of(lacking.isEmpty() ? "The search has no conditions." : "The alert has no " + String.join(", ", lacking) + ".");
        return new FilledStep(words(one.label()), "kql", within(events, one), within(alerts, one), List.of(), notes.stream().distinct().toList(), problem);
    }

    private static boolean asksForAlerts(GuideStep.Condition condition) {
        return condition.field().equals("event.kind") && condition.value().equals("signal") && !condition.excluded();
    }

    private String clause(GuideStep.Condition condition, List<String> notes, List<String> missing) {
        String not = condition.excluded() ? "not " : "";
        if (condition.kind().equals("exists")) {
            return not + condition.field() + ": *";
        }
        if (condition.kind().equals("range")) {
            return not + range(condition);
        }
        Matcher whole = BRACES.matcher(condition.value());
        if (whole.matches()) {
            return not + clause(condition.field(), whole.group(1), notes, missing);
        }
        Matcher parts = BRACES.matcher(condition.value());
        while (parts.find()) {
            if (values.of(parts.group(1)).isEmpty()) {
                missing.add(parts.group(1));
            }
        }
        return not + condition.field() + ": " + quoted(replaced(BRACES, condition.value(), field -> values.of(field).isEmpty() ? "" : values.of(field).getFirst()));
    }

    private String clause(String field, String asked, List<String> notes, List<String> missing) {
        Optional<String> kindred = values.kindred(asked).filter(other -> field.equals(asked));
        if (kindred.isPresent()) {
            notes.add("The alert has no " + asked + "; " + kindred.get() + " is compared instead.");
        }
        String compared = kindred.orElse(field);
        List<String> found = values.of(kindred.orElse(asked));
        if (found.isEmpty()) {
            missing.add(asked);
        }
        List<String> quoted = found.stream().map(StepFilling::quoted).toList();
        return compared + ": " + (quoted.size() == 1 ? quoted.getFirst() : "(" + String.join(" or ", quoted) + ")");
    }

    /** {@code {"gte":1,"lt":"5"}}; Kibana writes the bounds as an object. */
    private static String range(GuideStep.Condition condition) {
        Matcher bound = Pattern.compile("\"(gte|gt|lte|lt)\"\\s*:\\s*\"?([^\",}]+)\"?").matcher(condition.value());
        List<String> bounds = new ArrayList<>();
        while (bound.find()) {
            String sign = (bound.group(1).startsWith("g") ? ">" : "<") + (bound.group(1).endsWith("e") ? "=" : "");
            bounds.add(condition.field() + " " + sign + " " + quoted(bound.group(2).strip()));
        }
        return bounds.isEmpty() ? condition.field() + ": *" : "(" + String.join(" and ", bounds) + ")";
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String within(List<String> groups, GuideStep.Search one) {
        if (groups.isEmpty()) {
            return "";
        }
        List<String> all = new ArrayList<>(List.of(groups.size() == 1 ? groups.getFirst() : "(" + String.join(" or ", groups) + ")"));
        bound(one.from()).ifPresent(from -> all.add("@timestamp >= " + from));
        bound(one.to()).ifPresent(to -> all.add("@timestamp <= " + to));
        return String.join(" and ", all);
    }

    /** A bound of the window: {@code now} is the alert's time. */
    private Optional<String> bound(String stated) {
        if (stated.isBlank() || (stated.startsWith("now") && values.alert().time() == Time.NONE)) {
            return Optional.empty();
        }
        String math = stated.startsWith("now") ? stated.substring(3).strip() : "";
        String time = stated.startsWith("now") ? Time.iso(values.alert().time()) + (math.isEmpty() ? "" : "||" + math) : stated;
        return Optional.of(quoted(time));
    }

    private FilledStep osquery(GuideStep.Osquery one) {
        List<String> missing = absent(BRACES, one.query());
        String query = replaced(BRACES, one.query(), field -> values.of(field).isEmpty() ? "" : values.of(field).getFirst().replace("'", "''"));
        return new FilledStep(words(one.label()), "osquery", query, "", List.copyOf(values.entities()),
                missing.isEmpty() ? List.of() : List.of("The alert has no " + String.join(", ", missing) + "."), Optional.empty());
    }

    private List<String> absent(Pattern pattern, String text) {
        List<String> missing = new ArrayList<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (values.of(found.group(1)).isEmpty() && !missing.contains(found.group(1))) {
                missing.add(found.group(1));
            }
        }
        return missing;
    }

    private FilledStep drillDown(GuideStep.DrillDown one) {
        String label = words(one.label());
        List<String> missing = absent(DOLLARS, one.search().replace(ORIGINAL, ""));
        missing.removeIf(field -> field.startsWith("info_"));
        Matcher risk = RISK.matcher(one.search());
        if (risk.find()) {
            List<String> entities = new ArrayList<>();
            Matcher object = DOLLARS.matcher(risk.group(1));
            while (object.find()) {
                values.of(object.group(1)).stream().filter(name -> !entities.contains(name)).forEach(entities::add);
            }
            Optional<String> problem = entities.isEmpty() ? Optional.of(lacking(missing)) : Optional.empty();
            return new FilledStep(label, "spl", "", "", entities, List.of("Splunk's risk events are the alerts of this case."), problem);
        }
        String query = replaced(QUOTED, one.search(), this::spl);
        query = replaced(DOLLARS, query, this::spl).replace(ORIGINAL, search.strip());
        return new FilledStep(label, "spl", query, "", List.of(), List.of(), missing.isEmpty() ? Optional.empty() : Optional.of(lacking(missing)));
    }

    private static String lacking(List<String> fields) {
        return "The alert has no " + String.join(", ", fields) + ".";
    }

    private String spl(String field) {
        return values.of(field).isEmpty() ? "" : quoted(values.of(field).getFirst());
    }
}
