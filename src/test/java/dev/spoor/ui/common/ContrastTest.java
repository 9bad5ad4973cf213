package dev.spoor.ui.common;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text can be read and shapes can be seen on every ground they appear on. */
final class ContrastTest {
    private static final Pattern NAMED = Pattern.compile("(?m)^\\s*(-[a-z0-9-]+):\\s*([^;]+);");

    @ParameterizedTest @EnumSource(Theme.class)
    void textHasEnoughContrast(Theme theme) throws IOException {
        Map<String, String> colours = colours(theme);
        for (String ground : new String[] {"-color-bg-default", "-color-bg-subtle", "-spoor-row-selected", "-spoor-row-hover"}) {
            for (String text : new String[] {"-color-fg-default", "-spoor-fg-strong", "-color-fg-muted", "-color-accent-fg", "-spoor-danger-fg", "-color-warning-fg"}) {
                atLeast(4.5, colours, text, ground);
            }
        }
        atLeast(4.5, colours, "-spoor-mark-fg", "-spoor-mark-bg");
        for (String code : new String[] {"keyword", "string", "number", "function", "field"}) {
            atLeast(4.5, colours, "-spoor-code-" + code, "-color-bg-subtle");
        }
        for (String severity : new String[] {"critical", "high", "medium", "low", "informational"}) {
            atLeast(3, colours, "-spoor-sev-" + severity, "-color-bg-default");
            atLeast(3, colours, "-spoor-sev-" + severity, "-spoor-row-selected");
        }
    }

    private static void atLeast(double wanted, Map<String, String> colours, String text, String ground) {
        double a = luminance(colours, text);
        double b = luminance(colours, ground);
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertTrue(contrast >= wanted, text + " on " + ground + ": " + contrast);
    }

    private static double luminance(Map<String, String> colours, String name) {
        String value = colours.get(name);
        while (value != null && value.startsWith("-")) {
            value = colours.get(value);
        }
        assertTrue(value != null && value.startsWith("#"), name + " is " + value);
        int rgb = Integer.parseInt(value.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> colours(Theme theme) throws IOException {
        Map<String, String> colours = new HashMap<>();
        String name = theme == Theme.LIGHT ? "light" : "dark";
        read("/atlantafx/base/theme/primer-" + name + ".css", colours);
        read("/dev/spoor/ui/theme/" + name + ".css", colours);
        return colours;
    }

    private static void read(String resource, Map<String, String> colours) throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream(resource)) {
            String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = sheet.indexOf('}');
            Matcher named = NAMED.matcher(sheet.substring(0, end));
            while (named.find()) {
                colours.put(named.group(1), named.group(2).strip());
            }
        }
    }
}
