package dev.spoor.rule.reader.splunk;

import dev.spoor.rule.reader.MalformedRuleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of Splunk's configuration files: stanzas {@code [name]} of lines {@code key = value}. A line that ends with a backslash goes on in the next one, and the line end is
 * part of the value; {@code #} begins a line that says nothing. What {@code [default]}, or the lines before the first stanza, say holds for all stanzas that do not say it
 * themselves. Of a key that is said twice the last one counts, and so does the last stanza of a name for the keys that it says. Source: Splunk's documentation of
 * configuration files. Immutable.
 */
record ConfFile(List<Stanza> stanzas) {
    private static final String DEFAULT = "default";

    ConfFile {
        stanzas = List.copyOf(stanzas);
    }

    /**
     * A stanza.
     *
     * @param line     where it begins, from 1
     * @param text     its lines as they stand
     * @param settings in the order of the file, then those of {@code [default]}
     */
    record Stanza(String name, int line, String text, Map<String, String> settings) {
        /** A setting, stripped; empty if it is not said. */
        String get(String key) {
            return settings.getOrDefault(key, "").strip();
        }

        /** Whether a setting is said to be true, in any of Splunk's spellings. */
        boolean is(String key) {
            return switch (get(key).toLowerCase(Locale.ROOT)) {
                case "1", "true", "t", "yes", "y", "enabled" -> true;
                default -> false;
            };
        }
    }

    /**
     * Reads a file.
     *
     * @throws MalformedRuleException where a line is neither a stanza's name nor a setting
     */
    static ConfFile of(String text) throws MalformedRuleException {
        return new Parser(text.replace("\r\n", "\n")).file();
    }

    /** Used once. */
    private static final class Parser {
        private final String[] lines;
        private final Map<String, Open> open = new LinkedHashMap<>();

        /** A stanza that is being read. */
        private static final class Open {
            private final int line;
            private final StringBuilder text = new StringBuilder();
            private final Map<String, String> settings = new LinkedHashMap<>();

            private Open(int line) {
                this.line = line;
            }
        }

        Parser(String text) {
            this.lines = text.split("\n", -1);
        }

        ConfFile file() throws MalformedRuleException {
            Open current = open.computeIfAbsent(DEFAULT, key -> new Open(1));
            for (int at = 0; at < lines.length; at++) {
                String line = lines[at];
                int first = at;
                if (line.strip().startsWith("[")) {
                    current = stanza(line.strip(), at);
                } else if (!line.isBlank() && !line.strip().startsWith("#")) {
                    StringBuilder value = new StringBuilder(line);
                    while (goesOn(value) && at + 1 < lines.length) {
                        value.setLength(value.length() - 1);
                        value.append('\n').append(lines[++at]);
                    }
                    setting(current, value.toString(), first);
                }
                for (int i = first; i <= at; i++) {
                    current.text.append(lines[i]).append('\n');
                }
            }
            return new ConfFile(stanzas());
        }

        private static boolean goesOn(StringBuilder line) {
            return !line.isEmpty() && line.charAt(line.length() - 1) == '\\';
        }

        private Open stanza(String line, int at) throws MalformedRuleException {
            if (!line.endsWith("]")) {
                throw new MalformedRuleException("A stanza's name ends with ]", at + 1, line.length());
            }
            return open.computeIfAbsent(line.substring(1, line.length() - 1), key -> new Open(at + 1));
        }

        private static void setting(Open stanza, String line, int at) throws MalformedRuleException {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new MalformedRuleException("Expected a stanza [name] or a setting key = value", at + 1, 1);
            }
            stanza.settings.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }

        private List<Stanza> stanzas() {
            Map<String, String> general = open.get(DEFAULT).settings;
            List<Stanza> stanzas = new ArrayList<>();
            open.forEach((name, stanza) -> {
                if (!name.equals(DEFAULT)) {
                    general.forEach(stanza.settings::putIfAbsent);
                    stanzas.add(new Stanza(name, stanza.line, stanza.text.toString().strip() + "\n", stanza.settings));
                }
            });
            return stanzas;
        }
    }
}
