package dev.spoor.rule.reader.elastic;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Titles that published guides use, which is how a heading is told from a sentence where the markup is lost. */
final class GuideTitle {
    private static final Set<String> SECTIONS = Set.of("triage and analysis", "investigation guide", "setup", "config", "rule query");
    private static final Set<String> PARTS = Set.of("possible investigation steps", "investigation steps", "triage steps", "triage checklist", "false positive analysis",
            "false positives", "false positive considerations", "response and remediation", "remediation", "related rules", "additional data sources",
            "additional information", "additional notes", "additional resources", "key alert fields to review", "elastic defend alerts", "references");
    private static final Set<String> DETAILS = Set.of("prerequisite requirements", "rule specific setup note");
    private static final Pattern INVESTIGATING = Pattern.compile("Investigating [^.:]{3,150}");
    private static final Pattern SETUP = Pattern.compile("[A-Z][A-Za-z0-9 ()/-]{2,80} (?:Setup|Set up|Configuration)");
    private static final Pattern STEPS = Pattern.compile("The following steps should be executed [^.]{3,150}:");

    private GuideTitle() {}

    /** Whether a line is a title. */
    static boolean known(String line) {
        return level(line).isPresent();
    }

    /** The heading level of a title: 2 for a section, 3 for its parts, 4 for theirs; empty for other lines. */
    static OptionalInt level(String line) {
        String text = line.strip();
        String key = (text.endsWith(":") ? text.substring(0, text.length() - 1) : text).toLowerCase(Locale.ROOT);
        if (SECTIONS.contains(key)) {
            return OptionalInt.of(2);
        }
        if (PARTS.contains(key) || INVESTIGATING.matches(text) || SETUP.matches(text)) {
            return OptionalInt.of(3);
        }
        return DETAILS.contains(key) || STEPS.matches(text) ? OptionalInt.of(4) : OptionalInt.empty();
    }
}
