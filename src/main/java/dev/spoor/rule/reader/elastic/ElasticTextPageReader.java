package dev.spoor.rule.reader.elastic;

import com.google.re2j.Pattern;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.reader.RuleDraft;
import dev.spoor.rule.reader.RuleReader;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import java.util.List;

/**
 * A rule's page of Elastic's documentation saved as plain text, without any markup: headings are lines like others, and the query stands between the guide
 * and {@code Framework:} without a sign of where it begins ({@link QueryBlock}).
 */
public final class ElasticTextPageReader implements RuleReader {
    private static final Pattern RULE_TYPE = Pattern.compile("(?m)^Rule type: *\\S");
    private static final Pattern SEVERITY = Pattern.compile("(?m)^Severity: *\\S");

    @Override public boolean recognises(RuleSource source) {
        return RULE_TYPE.matcher(source.text()).find() && SEVERITY.matcher(source.text()).find();
    }

    @Override public List<RuleReading> read(RuleSource source) {
        TextPage page = new TextPage(source.lines());
        PageHeader header = new PageHeader(page.header());
        boolean wordless = header.type().equals("machine_learning");
        QueryBlock block = wordless ? QueryBlock.none(page.body()) : QueryBlock.find(header.type(), page.body());
        if (block.problem().isPresent()) {
            return List.of(source.problem(block.problem().get(), page.bodyStart() + block.start() + 1, 1));
        }
        RuleDraft draft = new RuleDraft(RuleOrigin.ELASTIC, "page-text", source).name(page.name()).description(page.description()).labels(page.applies());
        header.fill(draft);
        ThreatLines threats = new ThreatLines(page.threatLines());
        draft.query(wordless ? "" : PageLanguage.of(header.type(), block.query()), block.query()).threats(threats.threats())
                .guide(new TextGuide(block.before()).sections()).labels(page.framework()).labels(threats.labels()).deprecated(page.name().startsWith("Deprecated - "));
        return List.of(new RuleReading.Read(draft.rule()));
    }
}
