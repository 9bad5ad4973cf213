package dev.spoor.rule.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 as JSON trees in which every scalar is the text that stands in the file (no number loses its zeros, no date becomes something else) and an
 * empty plain scalar, {@code ~} or {@code null} is null. Built from parser events, so that neither nesting nor aliases can cost more than the limits allow.
 */
public final class YamlText {
    private YamlText() {}

    /**
     * All documents of a text.
     *
     * @throws MalformedRuleException for a syntax error, a duplicate key, an alias without anchor, or a limit
     */
    public static List<JsonNode> documents(String text, ReadingLimits limits) throws MalformedRuleException {
        List<JsonNode> documents = new ArrayList<>();
        try {
            YamlTree tree = new YamlTree(limits);
            for (Event event : new Parse(settings(text)).parseString(text)) {
                tree.accept(event).ifPresent(documents::add);
            }
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            throw new MalformedRuleException("YAML: " + sentence(e), mark.map(m -> m.getLine() + 1).orElse(0), mark.map(m -> m.getColumn() + 1).orElse(0));
        } catch (YamlEngineException e) {
            throw new MalformedRuleException("YAML: " + e.getMessage(), 0, 0);
        }
        return documents;
    }

    /** The buffer holds the whole text, because snakeyaml-engine 3.0.1 breaks surrogate pairs that cross its edge. */
    private static LoadSettings settings(String text) {
        return LoadSettings.builder().setBufferSize(text.length() + 8).setCodePointLimit(Integer.MAX_VALUE).setLabel("rule").build();
    }

    private static String sentence(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return context + e.getProblem();
    }
}
