package dev.spoor.rule.reader;

import dev.spoor.attack.Threat;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleIds;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.RuleSettings;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A rule while its file is read. What is not set is absent. Not thread-safe. */
public final class RuleDraft {
    private final RuleOrigin origin;
    private final String format;
    private final RuleSource source;
    private final List<GuideSection> guide = new ArrayList<>();
    private final List<Labelled> labels = new ArrayList<>();
    private String id = "";
    private String name = "";
    private String type = "";
    private String language = "";
    private String query = "";
    private String version = "";
    private String description = "";
    private String severity = "";
    private OptionalInt risk = OptionalInt.empty();
    private List<String> indices = List.of();
    private Schedule schedule = Schedule.NONE;
    private List<Threat> threats = List.of();
    private List<String> tags = List.of();
    private List<String> authors = List.of();
    private Optional<String> license = Optional.empty();
    private List<String> references = List.of();
    private List<String> falsePositives = List.of();
    private Optional<RiskBasedAlerting> riskBasedAlerting = Optional.empty();
    private Map<String, String> macros = Map.of();
    private boolean deprecated;
    private RuleSettings settings = RuleSettings.NONE;

    /** A rule of which nothing is known yet. */
    public RuleDraft(RuleOrigin origin, String format, RuleSource source) {
        this.origin = origin;
        this.format = format;
        this.source = source;
    }

    public RuleDraft id(String value) {
        id = value;
        return this;
    }

    public RuleDraft name(String value) {
        name = value;
        return this;
    }

    public RuleDraft type(String value) {
        type = value;
        return this;
    }

    public RuleDraft query(String languageId, String text) {
        language = languageId;
        query = text;
        return this;
    }

    public RuleDraft version(String value) {
        version = value;
        return this;
    }

    public RuleDraft description(String value) {
        description = value;
        return this;
    }

    /** The severity's word as stated; an unknown word counts as not stated. */
    public RuleDraft severity(String word) {
        severity = word;
        return this;
    }

    /** The risk score; a number outside 0 to 100 counts as not stated (the labels keep it). */
    public RuleDraft risk(OptionalInt value) {
        risk = value.isPresent() && value.getAsInt() >= 0 && value.getAsInt() <= 100 ? value : OptionalInt.empty();
        return this;
    }

    public RuleDraft indices(List<String> values) {
        indices = values;
        return this;
    }

    public RuleDraft schedule(Schedule value) {
        schedule = value;
        return this;
    }

    public RuleDraft threats(List<Threat> values) {
        threats = values;
        return this;
    }

    public RuleDraft tags(List<String> values) {
        tags = values;
        return this;
    }

    public RuleDraft authors(List<String> values) {
        authors = values;
        return this;
    }

    public RuleDraft license(Optional<String> value) {
        license = value;
        return this;
    }

    public RuleDraft references(List<String> values) {
        references = values;
        return this;
    }

    public RuleDraft falsePositives(List<String> values) {
        falsePositives = values;
        return this;
    }

    public RuleDraft guide(List<GuideSection> sections) {
        guide.addAll(sections);
        return this;
    }

    public RuleDraft riskBasedAlerting(Optional<RiskBasedAlerting> value) {
        riskBasedAlerting = value;
        return this;
    }

    public RuleDraft labels(List<Labelled> values) {
        labels.addAll(values);
        return this;
    }

    public RuleDraft macros(Map<String, String> definitions) {
        macros = definitions;
        return this;
    }

    public RuleDraft deprecated(boolean value) {
        deprecated = value;
        return this;
    }

    public RuleDraft settings(RuleSettings value) {
        settings = value;
        return this;
    }

    /** The rule. A missing id is derived from origin and name; a missing severity from the risk score. */
    public Rule rule() {
        Optional<Severity> stated = stated(severity);
        Severity derived = risk.isPresent() ? Severity.ofRisk(risk.getAsInt()) : Severity.MEDIUM;
        String ownId = id.isBlank() ? RuleIds.derived(origin, name) : id.strip();
        return new Rule(ownId, id.isBlank(), name, origin, format, source.path(), source.text(), type, language, query, version, description,
                stated.orElse(derived), stated.isEmpty(), risk, indices, schedule, threats, tags, authors, license, references, falsePositives, guide,
                riskBasedAlerting, labels, macros, deprecated, settings);
    }

    private static Optional<Severity> stated(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(wanted)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
