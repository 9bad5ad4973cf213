package dev.spoor.rule.reader.elastic;

import dev.spoor.rule.Labelled;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.reader.Numbers;
import dev.spoor.rule.reader.RuleDraft;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The labelled values at the head of a documentation page. */
final class PageHeader {
    /** The label after which ATT&amp;CK follows. */
    static final String FRAMEWORK = "Framework";
    /** The labels of pages, as both forms spell them. A page may have others. */
    static final List<String> KNOWN = List.of("Rule type", "Rule indices", "Severity", "Risk score", "Runs every", "Searches indices from",
            "Maximum alerts per execution", "References", "Tags", "Version", "Rule authors", "Rule license");
    private final List<Labelled> labels;

    PageHeader(List<Labelled> labels) {
        this.labels = List.copyOf(labels);
    }

    /** The rule's type, or an empty string. */
    String type() {
        return first("Rule type").toLowerCase(Locale.ROOT).strip();
    }

    /** Puts every value that a rule has a component for into the draft; the labels go in as they are. */
    void fill(RuleDraft draft) {
        Schedule schedule = new Schedule(optional("Runs every"), lookBack(), Optional.empty(), Numbers.whole(first("Maximum alerts per execution")));
        draft.type(type()).severity(first("Severity")).risk(Numbers.whole(first("Risk score"))).indices(values("Rule indices"))
                .schedule(schedule).references(values("References")).tags(values("Tags")).version(first("Version")).authors(values("Rule authors"))
                .license(optional("Rule license")).falsePositives(values("False positives")).labels(labels);
    }

    /** {@code now-9m (see …)} is {@code now-9m}. */
    private Optional<String> lookBack() {
        String stated = first("Searches indices from").strip();
        int end = stated.indexOf(' ');
        String date = end < 0 ? stated : stated.substring(0, end);
        return date.startsWith("now") ? Optional.of(date) : Optional.empty();
    }

    private Optional<String> optional(String label) {
        return values(label).stream().findFirst().filter(value -> !value.equalsIgnoreCase("none"));
    }

    private String first(String label) {
        return values(label).stream().findFirst().orElse("");
    }

    private List<String> values(String label) {
        return labels.stream().filter(labelled -> labelled.label().equalsIgnoreCase(label)).findFirst().map(Labelled::values).orElse(List.of());
    }
}
