package dev.spoor.rule.reader.elastic;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.reader.FrontMatter;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleDraft;
import dev.spoor.rule.reader.RuleReader;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import java.util.ArrayList;
import java.util.List;

/** A rule's page of Elastic's documentation as Markdown, or as AsciiDoc, in which it was written before. */
public final class ElasticMarkdownPageReader implements RuleReader {
    private static final Pattern RULE_TYPE = Pattern.compile("(?m)^\\*\\*Rule type\\*\\*:");
    private static final Pattern TITLE = Pattern.compile("(?m)^# \\S");
    private static final Pattern ASCIIDOC_TYPE = Pattern.compile("(?m)^\\*Rule type\\*:");
    private static final Pattern ASCIIDOC_TITLE = Pattern.compile("(?m)^={2,3} \\S");
    private final ReadingLimits limits;

    /** A reader within limits. */
    public ElasticMarkdownPageReader(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override public boolean recognises(RuleSource source) {
        return asciidoc(source) || RULE_TYPE.matcher(source.text()).find() && TITLE.matcher(source.text()).find();
    }

    private static boolean asciidoc(RuleSource source) {
        return ASCIIDOC_TYPE.matcher(source.text()).find() && ASCIIDOC_TITLE.matcher(source.text()).find();
    }

    @Override public List<RuleReading> read(RuleSource source) {
        try {
            FrontMatter front = FrontMatter.of(asciidoc(source) ? AsciidocLines.markdown(source.lines()) : source.lines(), limits);
            return List.of(read(source, asciidoc(source) ? "page-asciidoc" : "page-markdown", front));
        } catch (MalformedRuleException e) {
            return List.of(source.problem(e));
        }
    }

    private static RuleReading read(RuleSource source, String format, FrontMatter front) throws MalformedRuleException {
        MarkdownPage page = new MarkdownPage(front.body());
        PageHeader header = new PageHeader(page.header());
        if (page.query().isEmpty() && !header.type().equals("machine_learning")) {
            return source.problem("The page has no section \"Rule query\" with a code block", 0, 0);
        }
        RuleDraft draft = new RuleDraft(RuleOrigin.ELASTIC, format, source).name(page.name()).description(page.description())
                .labels(labelsBefore(front, page));
        header.fill(draft);
        ThreatLines threats = new ThreatLines(page.threatLines());
        String query = page.query().orElse("");
        draft.query(PageLanguage.of(header.type(), query), query).guide(page.guide()).threats(threats.threats()).labels(page.sections()).labels(threats.labels());
        return new RuleReading.Read(draft.deprecated(page.name().startsWith("Deprecated - ")).rule());
    }

    private static List<Labelled> labelsBefore(FrontMatter front, MarkdownPage page) throws MalformedRuleException {
        List<Labelled> labels = new ArrayList<>(front.values().isEmpty() ? List.of() : Labels.of(front.values()));
        page.anchor().ifPresent(anchor -> labels.add(new Labelled("anchor", List.of(anchor))));
        return labels;
    }

    /** A heading's text and the anchor in brackets after it. */
    record Heading(String text, String anchor) {
        private static final Pattern ANCHORED = Pattern.compile("(.*?)\\s*\\[([A-Za-z0-9_.-]+)\\]\\s*");

        static Heading of(String line) {
            Matcher anchored = ANCHORED.matcher(line);
            return anchored.matches() ? new Heading(anchored.group(1), anchored.group(2)) : new Heading(line.strip(), "");
        }
    }
}
