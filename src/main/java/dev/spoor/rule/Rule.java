package dev.spoor.rule;

import dev.spoor.attack.Threat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A detection rule as its file states it. Immutable.
 *
 * @param id              its own id, else a name-based UUID of origin and name
 * @param idDerived       whether the id was derived
 * @param format          {@code toml}, {@code ndjson}, {@code yaml}, {@code page-markdown}, {@code page-asciidoc}, {@code page-text}
 * @param path            the file it was read from, as given
 * @param text            the file's whole text
 * @param type            the rule's own type: {@code query}, {@code eql}, {@code threshold}, {@code Anomaly}, {@code TTP} ...
 * @param language        {@code kql}, {@code eql}, {@code esql}, {@code lucene}, {@code spl}, {@code sigma}; empty for rules without a query (machine learning)
 * @param query           the query's text, unchanged
 * @param version         as stated, else empty
 * @param severity        as stated, else derived from the risk score, else MEDIUM
 * @param severityDerived whether the severity was not stated
 * @param risk            0 to 100 as stated (for Splunk: the risk score)
 * @param indices         index patterns ({@code winlogbeat-*}); empty: any event
 * @param threats         ATT&amp;CK, in the rule's order
 * @param tags            as stated, with their facets ({@code Domain: Endpoint})
 * @param guide           investigation guide and its companions, in order
 * @param labels          every labelled value under its own name, in the order of the file (also those that have a component here)
 * @param macros          SPL macros that came with the rule's pack: name, or name(n), to definition
 * @param deprecated      whether the rule says that it is no longer maintained
 * @param settings        what it sets beside its query
 */
public record Rule(String id, boolean idDerived, String name, RuleOrigin origin, String format, String path, String text, String type, String language,
        String query, String version, String description, Severity severity, boolean severityDerived, OptionalInt risk, List<String> indices,
        Schedule schedule, List<Threat> threats, List<String> tags, List<String> authors, Optional<String> license, List<String> references,
        List<String> falsePositives, List<GuideSection> guide, Optional<RiskBasedAlerting> riskBasedAlerting, List<Labelled> labels,
        Map<String, String> macros, boolean deprecated, RuleSettings settings) {
    public Rule {
        indices = List.copyOf(indices);
        threats = List.copyOf(threats);
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
        guide = List.copyOf(guide);
        labels = List.copyOf(labels);
        macros = Map.copyOf(macros);
    }

    /** A rule that sets nothing beside its query. */
    public Rule(String id, boolean idDerived, String name, RuleOrigin origin, String format, String path, String text, String type, String language,
            String query, String version, String description, Severity severity, boolean severityDerived, OptionalInt risk, List<String> indices,
            Schedule schedule, List<Threat> threats, List<String> tags, List<String> authors, Optional<String> license, List<String> references,
            List<String> falsePositives, List<GuideSection> guide, Optional<RiskBasedAlerting> riskBasedAlerting, List<Labelled> labels,
            Map<String, String> macros, boolean deprecated) {
        this(id, idDerived, name, origin, format, path, text, type, language, query, version, description, severity, severityDerived, risk, indices, schedule,
                threats, tags, authors, license, references, falsePositives, guide, riskBasedAlerting, labels, macros, deprecated, RuleSettings.NONE);
    }

    /** The same rule with other settings. */
    public Rule with(RuleSettings others) {
        return new Rule(id, idDerived, name, origin, format, path, text, type, language, query, version, description, severity, severityDerived, risk, indices, schedule,
                threats, tags, authors, license, references, falsePositives, guide, riskBasedAlerting, labels, macros, deprecated, others);
    }
}
