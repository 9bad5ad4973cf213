package dev.spoor.indicator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Puts one indicator together. */
final class IndicatorDocument {
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private boolean some;

    /** @param feed the name of the file */
    IndicatorDocument(String feed) {
        text("threat.feed.name", feed);
    }

    /** Adds a value; what is written so that nobody clicks on it ({@code hxxp}, {@code [.]}) is written out. */
    IndicatorDocument value(IndicatorKind kind, String written) {
        String value = kind.spelt(refanged(written.strip()));
        if (value.isEmpty()) {
            return this;
        }
        kind.fields().forEach(field -> text(field, value));
        if (!some) {
            text("threat.indicator.type", kind.ecs());
            text("threat.indicator.name", value);
        }
        if (kind == IndicatorKind.URL) {
            domain(value);
        }
        some = true;
        return this;
    }

    /** Adds something about the indicator, unless it is blank. */
    IndicatorDocument text(String field, String value) {
        if (!value.isBlank()) {
            document.put(field, value.strip());
        }
        return this;
    }

    /** Counts a field that was added as text as the indicator's value. */
    IndicatorDocument complete() {
        some = true;
        return this;
    }

    boolean isEmpty() {
        return !some;
    }

    /** The document, with what all indicators of Elastic's integrations have, unless it says otherwise. */
    ObjectNode toJson() {
        return standard(document);
    }

    static ObjectNode standard(ObjectNode document) {
        put(document, "event.kind", "enrichment");
        put(document, "event.category", "threat");
        put(document, "event.type", "indicator");
        put(document, "event.module", "threatintel");
        put(document, "event.dataset", "ti_file");
        return document;
    }

    private static void put(ObjectNode document, String path, String value) {
        String pointer = "/" + path.replace('.', '/');
        if (!document.has(path) && document.at(pointer).isMissingNode()) {
            document.put(path, value);
        }
    }

    static String refanged(String value) {
        String out = value.replace("[.]", ".").replace("(.)", ".").replace("[:]", ":").replace("[@]", "@");
        String lower = out.length() > 8 ? out.substring(0, 8).toLowerCase(Locale.ROOT) : "";
        return lower.startsWith("hxxp") ? "http" + out.substring(4) : out;
    }

    private void domain(String url) {
        int begin = url.indexOf("://");
        if (begin > 0) {
            String rest = url.substring(begin + 3);
            String host = rest.split("[/?#]", 2)[0];
            text("threat.indicator.url.domain", host.substring(host.lastIndexOf('@') + 1).split(":", 2)[0]);
        }
    }
}
