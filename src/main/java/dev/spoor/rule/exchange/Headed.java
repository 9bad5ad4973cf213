package dev.spoor.rule.exchange;

import dev.spoor.event.Time;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import java.util.LinkedHashMap;
import java.util.Map;

/** The remarks before a clause: {@code # word: text}, one line each. */
final class Headed {
    private Headed() {}

    static String rule(Rule rule) {
        return line("rule", rule.id()) + line("title", rule.name());
    }

    static String item(ExceptionItem item) {
        String text = line("exception", item.id()) + line("name", item.name());
        text += item.comment().isEmpty() ? "" : line("comment", item.comment());
        return text + item.expires().map(end -> line("expires", Time.iso(end))).orElse("");
    }

    static String line(String word, String text) {
        return "# " + word + ": " + text.replaceAll("\\R", " ").strip() + "\n";
    }

    /** Takes a line, if it is a remark. */
    static boolean take(String line, Map<String, String> head) {
        if (!line.startsWith("#")) {
            return false;
        }
        int colon = line.indexOf(':');
        if (colon > 0) {
            head.put(line.substring(1, colon).strip(), line.substring(colon + 1).strip());
        }
        return true;
    }

    static Map<String, String> none() {
        return new LinkedHashMap<>();
    }
}
