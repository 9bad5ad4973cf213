package dev.spoor.rule.reader;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Markdown in labelled values, as plain text. */
public final class Links {
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\(([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)\\)");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:[^{}]*\\}");

    private Links() {}

    /** The text with {@code [t](u)} as {@code t (u)} (or just {@code u} where both are the same), without emphasis, code marks and kramdown attributes. */
    public static String plain(String markdown) {
        Matcher link = LINK.matcher(ATTRIBUTES.matcher(markdown).replaceAll(""));
        StringBuilder plain = new StringBuilder();
        while (link.find()) {
            String text = link.group(1);
            String url = link.group(2);
            link.appendReplacement(plain, Matcher.quoteReplacement(text.isEmpty() || text.equals(url) ? url : text + " (" + url + ")"));
        }
        link.appendTail(plain);
        return plain.toString().replace("`", "").replace("**", "").strip();
    }

    /** The text of a value that is one link, else the value itself. */
    public static String text(String markdown) {
        Matcher link = LINK.matcher(markdown.strip());
        return link.matches() ? link.group(1) : plain(markdown);
    }

    /** The target of the first link, or an empty string. */
    public static String target(String markdown) {
        Matcher link = LINK.matcher(markdown);
        return link.find() ? link.group(2) : "";
    }
}
