package dev.spoor.exec.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts and attributes of the elements of an XML text or of a piece of one, without entities of its own and without checking that it is well-formed. */
final class XmlLeaves {
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]{1,200})\\s{0,20}=\\s{0,20}(?:\"([^\"]*)\"|'([^']*)')");
    private static final int MAX_DEPTH = 100;
    private final boolean flat;
    private final BiConsumer<String, String> found;
    private final List<String> open = new ArrayList<>();

    XmlLeaves(boolean flat, BiConsumer<String, String> found) {
        this.flat = flat;
        this.found = found;
    }

    void read(String text) {
        int at = text.indexOf('<');
        boolean leaf = false;
        while (at >= 0) {
            int end = text.indexOf('>', at);
            if (end < 0) {
                return;
            }
            String tag = text.substring(at + 1, end);
            int next = text.indexOf('<', end);
            String content = text.substring(end + 1, next < 0 ? text.length() : next);
            if (tag.startsWith("/")) {
                leaf = false;
                if (!open.isEmpty()) {
                    open.removeLast();
                }
            } else if (!tag.startsWith("?") && !tag.startsWith("!") && open.size() < MAX_DEPTH) {
                open(tag);
                leaf = !tag.endsWith("/");
                if (leaf && next >= 0 && text.startsWith("</", next) && !content.isBlank()) {
                    found.accept(name(""), plain(content.strip()));
                }
                if (tag.endsWith("/")) {
                    open.removeLast();
                }
            }
            at = next;
        }
    }

    private void open(String tag) {
        String[] parts = tag.split("[\\s/]", 2);
        open.add(parts[0]);
        Matcher matcher = ATTRIBUTE.matcher(parts.length > 1 ? parts[1] : "");
        while (!flat && matcher.find()) {
            found.accept(name("{@" + matcher.group(1) + "}"), plain(matcher.group(2) == null ? matcher.group(3) : matcher.group(2)));
        }
    }

    private String name(String attribute) {
        return (flat ? open.getLast() : String.join(".", open)) + attribute;
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&");
    }
}
