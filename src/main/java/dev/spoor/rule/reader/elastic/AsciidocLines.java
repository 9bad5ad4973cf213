package dev.spoor.rule.reader.elastic;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the AsciiDoc of a rule's page as the Markdown that {@link MarkdownPage} reads: headings one level for each {@code =} beyond the second, blocks between
 * lines of {@code ----} or {@code ....} as code, nested bullets by indentation, links, bold lines and labels. Used for one page.
 */
final class AsciidocLines {
    private static final Pattern ANCHOR = Pattern.compile("\\[\\[([A-Za-z0-9_.-]+)\\]\\]\\s*");
    private static final Pattern HEADING = Pattern.compile("={2,6} (.*)");
    private static final Pattern SOURCE = Pattern.compile("\\[source,\\s*([A-Za-z0-9_+-]+)\\s*\\]\\s*");
    private static final Pattern FENCE = Pattern.compile("(?:-{4,}|\\.{4,})\\s*");
    private static final Pattern BULLET = Pattern.compile("(\\*{1,5}) (.*)");
    private static final Pattern BOLD = Pattern.compile("\\*([^*\\s][^*]*)\\*(:.*)?\\s*");
    private static final Pattern LINK = Pattern.compile("(?:link:)?(https?://[^\\s\\[\\]<>]+)\\[([^\\]]*)\\]");
    private static final Pattern REFERENCE = Pattern.compile("<<([^,<>]*)(?:,\\s*([^<>]*))?>>");
    private final List<String> markdown = new ArrayList<>();
    private String anchor = "";
    private String language = "";
    private String fence = "";

    /** The page in Markdown, line by line. */
    static List<String> markdown(List<String> page) {
        AsciidocLines lines = new AsciidocLines();
        page.forEach(lines::accept);
        return lines.markdown;
    }

    private void accept(String line) {
        if (!fence.isEmpty()) {
            boolean end = line.strip().equals(fence);
            fence = end ? "" : fence;
            markdown.add(end ? "```" : line);
            return;
        }
        Matcher anchored = ANCHOR.matcher(line);
        Matcher source = SOURCE.matcher(line);
        if (anchored.matches()) {
            anchor = anchored.group(1);
        } else if (source.matches()) {
            language = source.group(1);
        } else if (FENCE.matcher(line).matches()) {
            fence = line.strip();
            markdown.add("```" + language);
            language = "";
        } else {
            text(line);
        }
    }

    private void text(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher bullet = BULLET.matcher(line);
        Matcher bold = BOLD.matcher(line);
        if (heading.matches()) {
            int level = Math.max(1, line.indexOf(' ') - 2);
            markdown.add("#".repeat(level) + " " + heading.group(1).strip() + (anchor.isEmpty() ? "" : " [" + anchor + "]"));
            anchor = "";
        } else if (bold.matches()) {
            markdown.add("**" + bold.group(1) + "**" + (bold.group(2) == null ? "" : inline(bold.group(2))));
        } else if (bullet.matches()) {
            markdown.add("    ".repeat(bullet.group(1).length() - 1) + "* " + inline(bullet.group(2)));
        } else {
            markdown.add(inline(line));
        }
    }

    private static String inline(String text) {
        String linked = LINK.matcher(text).replaceAll("[$2]($1)").replace("[](", "[link](");
        Matcher reference = REFERENCE.matcher(linked);
        StringBuilder out = new StringBuilder();
        while (reference.find()) {
            reference.appendReplacement(out, Matcher.quoteReplacement(reference.group(2) == null ? reference.group(1) : reference.group(2)));
        }
        reference.appendTail(out);
        return out.toString().replace("^TM^", "TM").stripTrailing();
    }
}
