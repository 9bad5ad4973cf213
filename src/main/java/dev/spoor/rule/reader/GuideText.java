package dev.spoor.rule.reader;

import dev.spoor.rule.GuideSection;
import java.util.ArrayList;
import java.util.List;

/** Splits a Markdown guide into its sections. */
public final class GuideText {
    private GuideText() {}

    /**
     * The sections of a guide: one per heading of level 1 or 2 outside code blocks; what stands before the first is a section of its own.
     *
     * @param title the title of text that stands before the first heading
     */
    public static List<GuideSection> sections(String title, String markdown) {
        List<GuideSection> sections = new ArrayList<>();
        String heading = title;
        List<String> body = new ArrayList<>();
        boolean fenced = false;
        for (String line : markdown.lines().toList()) {
            fenced ^= line.stripLeading().startsWith("```");
            if (!fenced && (line.startsWith("# ") || line.startsWith("## "))) {
                close(heading, body, sections, title);
                heading = line.substring(line.indexOf(' ')).strip();
            } else {
                body.add(line);
            }
        }
        close(heading, body, sections, title);
        return sections;
    }

    private static void close(String heading, List<String> body, List<GuideSection> sections, String title) {
        String text = String.join("\n", body).strip();
        if (!text.isEmpty() || !heading.equals(title)) {
            sections.add(new GuideSection(heading, text));
        }
        body.clear();
    }
}
