package dev.spoor.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a style sheet larger: every size in pixels, with the root's font size that the theme measures everything else by. */
final class Zoom {
    private static final Pattern SIZES = Pattern.compile(
            "(-fx-(?:font-size|padding|(?:min|max|pref)-(?:height|width)|icon-size|size|fixed-cell-size|tab-(?:min|max)-height|graphic-text-gap|spacing|line-spacing|hgap|vgap)\\s*:)([^;}]*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private Zoom() {}

    /** A style sheet, larger. */
    static String scaled(String css, int percent) {
        return SIZES.matcher(css).replaceAll(size -> Matcher.quoteReplacement(size.group(1) + numbers(size.group(2), percent)));
    }

    /** A style sheet as an address that JavaFX takes. */
    static String address(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String numbers(String values, int percent) {
        return NUMBER.matcher(values).replaceAll(number -> trimmed(Double.parseDouble(number.group()) * percent / 100));
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
