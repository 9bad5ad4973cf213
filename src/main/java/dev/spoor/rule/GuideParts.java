package dev.spoor.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes a guide apart into what is to be read and what is to be done. Every item of an outermost list is a task, except below headings about set-up, false positives,
 * related rules and references, which are only read. Below headings about the response it is a task for later. A machine step ({@link GuideStep}) that stands alone belongs to the task
 * before it, else it is a task of its own. Splunk's drill-down searches follow at the end.
 */
public final class GuideParts {
    /** Placed by the reader of Elastic's files above steps that the guide does not refer to. */
    private static final String SEARCHES = "searches and queries of this rule";
    /** Placed by the reader of Splunk's files; here each is a task with its search. */
    private static final String DRILL_DOWNS = "Drill-downs";
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
    private static final Pattern ITEM = Pattern.compile("^( {0,3})([-*+]|\\d{1,4}[.)])(\\s+)(.*)$");
    private static final List<String> READ_ONLY = List.of("false positive", "setup", "set up", "set-up", "implement", "config", "reference", "related rule", "disclaimer", "note:");
    private static final List<String> RESPONSE = List.of("response", "remediation", "contain", "recover");
    private final List<GuidePart> parts = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> prose = new ArrayList<>();
    private final List<String> item = new ArrayList<>();
    private String title = "";
    private int indent;
    private GuidePart.Kind kind;

    private GuideParts() {}

    /** The parts of a rule's guide, in order; empty for a rule without. */
    public static List<GuidePart> of(Rule rule) {
        GuideParts all = new GuideParts();
        List<GuideStep.DrillDown> drillDowns = GuideStep.DrillDown.of(rule);
        for (GuideSection section : rule.guide()) {
            if (drillDowns.isEmpty() || !section.title().equals(DRILL_DOWNS)) {
                all.section(section);
            }
        }
        drillDowns.forEach(step -> all.task(GuidePart.Kind.SEARCH, step.label(), List.of(step)));
        return all.parts;
    }

    /** The tasks among the parts of a rule's guide. */
    public static List<GuidePart.Task> tasks(Rule rule) {
        return of(rule).stream().filter(GuidePart.Task.class::isInstance).map(GuidePart.Task.class::cast).toList();
    }

    private void section(GuideSection section) {
        title = section.title();
        kind = kind(section.title());
        boolean fenced = false;
        for (String line : section.markdown().lines().toList()) {
            boolean fence = line.strip().startsWith("```");
            if (!fenced && !fence) {
                line(line);
            } else {
                (item.isEmpty() ? prose : item).add(line);
            }
            fenced ^= fence;
        }
        closeItem();
        closeProse();
    }

    private void line(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            closeItem();
            prose.add(line);
            kind = kind(heading.group(2));
            return;
        }
        Matcher begin = ITEM.matcher(line);
        boolean outermost = begin.matches() && (item.isEmpty() || begin.group(1).length() < indent);
        if (outermost && kind != null) {
            closeItem();
            indent = begin.group(1).length() + begin.group(2).length() + 1;
            item.add(begin.group(4));
        } else if (!item.isEmpty() && (line.isBlank() || line.startsWith(" ") || line.startsWith("\t") || !item.getLast().isBlank())) {
            item.add(line.substring(Math.min(indent, line.length() - line.stripLeading().length())));
        } else if (GuideStep.parse(line).isPresent() && kind != null) {
            closeItem();
            item.add(line.strip());
            closeItem();
        } else {
            closeItem();
            prose.add(line);
        }
    }

    private static GuidePart.Kind kind(String heading) {
        String words = heading.toLowerCase(Locale.ROOT);
        if (words.contains(SEARCHES)) {
            return GuidePart.Kind.SEARCH;
        }
        if (READ_ONLY.stream().anyMatch(words::contains)) {
            return null;
        }
        return RESPONSE.stream().anyMatch(words::contains) ? GuidePart.Kind.RESPONSE : GuidePart.Kind.INVESTIGATION;
    }

    private void closeProse() {
        String text = String.join("\n", prose).strip();
        prose.clear();
        if (!text.isEmpty() || !title.isEmpty()) {
            parts.add(new GuidePart.Prose(title, text));
            title = "";
        }
    }

    private void closeItem() {
        if (item.isEmpty()) {
            return;
        }
        closeProse();
        List<GuideStep> steps = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String line : item) {
            GuideStep.parse(line).ifPresentOrElse(steps::add, () -> words.add(line));
        }
        item.clear();
        String text = String.join("\n", words).strip();
        if (text.isEmpty() && kind != GuidePart.Kind.SEARCH && !parts.isEmpty() && parts.getLast() instanceof GuidePart.Task before) {
            List<GuideStep> more = new ArrayList<>(before.steps());
            more.addAll(steps);
            parts.set(parts.size() - 1, new GuidePart.Task(before.key(), before.kind(), before.text(), more));
        } else {
            task(kind, text.isEmpty() && !steps.isEmpty() ? steps.getFirst().label() : text, steps);
        }
    }

    private void task(GuidePart.Kind what, String text, List<GuideStep> steps) {
        String words = what.name() + "\n" + text;
        int times = seen.merge(words, 1, Integer::sum);
        parts.add(new GuidePart.Task(key(times == 1 ? words : words + "\n" + times), what, text, steps));
    }

    private static String key(String words) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
