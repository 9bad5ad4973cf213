package dev.spoor.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a report tells. Whatever is left out, the report says so.
 *
 * @param sections    the parts that are written, any order
 * @param decidedOnly whether alerts that nobody has decided are left out
 */
public record ReportOptions(Set<ReportSection> sections, boolean decidedOnly) {
    /** Everything. */
    public static final ReportOptions ALL = new ReportOptions(EnumSet.allOf(ReportSection.class), false);

    public ReportOptions {
        sections = Set.copyOf(sections);
    }

    /** Whether a part is written. */
    public boolean has(ReportSection section) {
        return sections.contains(section);
    }

    /** The parts that are not written, in the order of the report. */
    public List<ReportSection> leftOut() {
        List<ReportSection> missing = new ArrayList<>(List.of(ReportSection.values()));
        missing.removeAll(sections);
        return missing;
    }
}
