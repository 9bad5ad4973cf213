package dev.spoor.rule.reader.splunk;

import com.google.re2j.Pattern;
import dev.spoor.attack.AttackCatalogue;
import dev.spoor.attack.Tactic;
import dev.spoor.attack.Threat;
import dev.spoor.attack.Threat.Reference;
import dev.spoor.attack.ThreatList;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.RuleSettings;
import dev.spoor.rule.reader.FrontMatter;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.Links;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleDraft;
import dev.spoor.rule.reader.RuleReader;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A detection's page of Splunk's documentation. */
public final class SplunkPageReader implements RuleReader {
    private static final Pattern SEARCH = Pattern.compile("(?m)^#{2,5} Search\\s*$");
    private static final Pattern TYPE = Pattern.compile("(?m)^[-*] \\*\\*Type\\*\\*:");
    private final ReadingLimits limits;
    private final SplunkPack pack;

    /** A reader within limits, with the macros of a pack. */
    public SplunkPageReader(ReadingLimits limits, SplunkPack pack) {
        this.limits = limits;
        this.pack = pack;
    }

    @Override public boolean recognises(RuleSource source) {
        return SEARCH.matcher(source.text()).find() && TYPE.matcher(source.text()).find();
    }

    @Override public List<RuleReading> read(RuleSource source) {
        try {
            FrontMatter front = FrontMatter.of(source.lines(), limits);
            return List.of(rule(source, front, new SplunkPage(front.body())));
        } catch (MalformedRuleException e) {
            return List.of(source.problem(e));
        }
    }

    private RuleReading rule(RuleSource source, FrontMatter front, SplunkPage page) throws MalformedRuleException {
        String name = SplunkYamlReader.text(front.values(), "title").strip();
        String query = page.section("Search").map(PageSection::code).orElse("");
        if (name.isEmpty() || query.isEmpty()) {
            return source.problem(name.isEmpty() ? "The page's head has no title" : "The section \"Search\" has no code block", 0, 0);
        }
        Optional<RiskBasedAlerting> risk = page.section("RBA").flatMap(SplunkPageReader::risk);
        List<Labelled> labels = new ArrayList<>(Labels.of(front.values()));
        labels.addAll(page.labels());
        RuleDraft draft = new RuleDraft(RuleOrigin.SPLUNK, "page-markdown", source).id(page.value("ID")).name(name).type(page.value("Type"))
                .query("spl", query).version(page.version()).description(text(page, "Description")).threats(threats(page))
                .tags(Labels.values(front.values().path("tags"))).authors(SplunkYamlReader.list(page.value("Author"))).references(references(page))
                .falsePositives(falsePositives(page)).guide(guide(page)).riskBasedAlerting(risk).labels(labels).macros(pack.usedBy(query))
                .settings(RuleSettings.NONE.with(pack.tablesOf(query)));
        risk.ifPresent(rba -> draft.risk(rba.score()));
        return new RuleReading.Read(draft.rule());
    }

    private static String text(SplunkPage page, String section) {
        return page.section(section).map(PageSection::text).orElse("");
    }

    private static List<String> references(SplunkPage page) {
        return page.section("Reference").map(PageSection::items).orElse(List.of()).stream().map(Links::plain).toList();
    }

    private static List<String> falsePositives(SplunkPage page) {
        String text = text(page, "Known False Positives");
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<GuideSection> guide(SplunkPage page) {
        List<GuideSection> sections = new ArrayList<>();
        for (String title : List.of("How To Implement", "Known False Positives")) {
            String text = text(page, title);
            if (!text.isEmpty()) {
                sections.add(new GuideSection(title, text));
            }
        }
        return sections;
    }

    private static Optional<RiskBasedAlerting> risk(PageSection section) {
        if (section.column("Risk Score").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Risk.stated(first(section, "Risk Score"), first(section, "Impact"), first(section, "Confidence"), first(section, "Message"), List.of()));
    }

    private static String first(PageSection section, String column) {
        return section.column(column).stream().findFirst().orElse("");
    }

    /** Rows of id (a link), technique, tactics by name. */
    private static List<Threat> threats(SplunkPage page) {
        ThreatList threats = new ThreatList(AttackCatalogue.enterprise());
        page.section("ATT&CK").ifPresent(section -> {
            List<String> ids = section.column("ID");
            for (int row = 0; row < ids.size(); row++) {
                Reference technique = new Reference(Links.text(ids.get(row)), cell(section, "Technique", row), Links.target(ids.get(row)));
                for (String tactic : SplunkYamlReader.list(cell(section, "Tactic", row))) {
                    threats.addId(tactic(tactic), technique);
                }
            }
        });
        return threats.threats();
    }

    private static String cell(PageSection section, String column, int row) {
        List<String> cells = section.column(column);
        return row < cells.size() ? cells.get(row) : "";
    }

    private static Reference tactic(String name) {
        return AttackCatalogue.enterprise().tacticNamed(name).map(Tactic::reference).orElse(new Reference("", name, ""));
    }
}
