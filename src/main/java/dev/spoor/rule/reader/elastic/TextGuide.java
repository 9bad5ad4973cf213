package dev.spoor.rule.reader.elastic;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.reader.GuideText;
import java.util.List;
import java.util.OptionalInt;

/** Makes Markdown of a guide that lost its markup: titles become headings, list items stay, every other line is a paragraph. */
final class TextGuide {
    private static final Pattern BULLET = Pattern.compile("\\s*[-*•]\\s+(.*)");
    private static final Pattern MARKUP = Pattern.compile("([*<`\\\\])");
    private final StringBuilder markdown = new StringBuilder();
    private boolean inList;

    TextGuide(List<String> lines) {
        lines.stream().filter(line -> !line.isBlank()).forEach(this::add);
    }

    /** The guide's sections; text before the first title is under "Investigation guide". */
    List<GuideSection> sections() {
        return GuideText.sections("Investigation guide", markdown.toString());
    }

    private void add(String line) {
        Matcher bullet = BULLET.matcher(line);
        OptionalInt level = GuideTitle.level(line);
        if (bullet.matches()) {
            separate(inList);
            markdown.append("- ").append(escaped(bullet.group(1)));
            inList = true;
        } else {
            separate(false);
            markdown.append(level.isPresent() ? "#".repeat(level.getAsInt()) + " " : "").append(escaped(line.strip()));
            inList = false;
        }
    }

    private void separate(boolean tight) {
        if (!markdown.isEmpty()) {
            markdown.append(tight ? "\n" : "\n\n");
        }
    }

    /** Characters of plain text that Markdown would take for emphasis, code or HTML. */
    private static String escaped(String text) {
        String plain = MARKUP.matcher(text).replaceAll("\\\\$1");
        return plain.startsWith("#") || plain.startsWith(">") ? "\\" + plain : plain;
    }
}
