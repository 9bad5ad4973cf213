package dev.spoor.exec.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Splunk's add-ons make of the values of Windows events, computed when it is asked for. */
final class WindowsFunctions {
    private static final long AUDIT_FAILURE = 0x10_0000_0000_0000L;
    private static final long AUDIT_SUCCESS = 0x20_0000_0000_0000L;
    private static final String UNKNOWN = "unknown";
    private static final Pattern REGISTRY_NUMBER = Pattern.compile("[DQ]WORD \\((0x[0-9a-fA-F-]+)\\)");
    private static final Map<String, String> TITLES = titles();

    private WindowsFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("windows.title", a -> a.text(0) == null || a.text(1) == null ? null : TITLES.getOrDefault(key(a.text(0), a.text(1)), UNKNOWN));
        functions.put("windows.outcome", a -> a.text(0) == null ? null : outcome(a.text(0)));
        functions.put("windows.last", a -> a.text(0) == null ? null : last(a.text(0)));
        functions.put("windows.notdash", a -> a.text(0) == null || a.text(0).equals("-") || a.text(0).isEmpty() ? null : a.get(0));
        functions.put("windows.ip", a -> a.text(0) == null || a.text(0).equals("-") ? null : a.text(0).replaceFirst("^::ffff:", ""));
        functions.put("windows.registry_data", a -> registryData(a.text(0)));
        functions.put("windows.sysmon_registry_action", a -> registryAction(a.text(0)));
        functions.put("windows.sysmon_pipe_action", a -> a.text(0) == null ? null : a.text(0).startsWith("Create") ? "created" : "connected");
    }

    private static String key(String channel, String id) {
        return channel.toLowerCase(Locale.ROOT) + "\t" + id;
    }

    /** The outcome that the audit bits of an event's keywords tell. */
    private static String outcome(String keywords) {
        String lower = keywords.toLowerCase(Locale.ROOT);
        if (lower.contains("audit")) {
            return lower.contains("failure") ? "failure" : "success";
        }
        try {
            long bits = lower.startsWith("0x") ? Long.parseUnsignedLong(lower.substring(2), 16) : Long.parseLong(lower);
            return (bits & AUDIT_FAILURE) != 0 ? "failure" : (bits & AUDIT_SUCCESS) != 0 ? "success" : UNKNOWN;
        } catch (NumberFormatException none) {
            return UNKNOWN;
        }
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }

    private static String registryData(String details) {
        if (details == null) {
            return null;
        }
        Matcher matcher = REGISTRY_NUMBER.matcher(details);
        return matcher.matches() ? matcher.group(1) : details;
    }

    private static String registryAction(String type) {
        return switch (type) {
            case null -> null;
            case "CreateKey", "CreateValue" -> "created";
            case "DeleteKey", "DeleteValue" -> "deleted";
            case "SetValue", "RenameKey", "RenameValue" -> "modified";
            default -> UNKNOWN;
        };
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        try (InputStream in = WindowsFunctions.class.getResourceAsStream("windows_titles.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table windows_titles.tsv");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t");
                if (cells.length == 3 && !line.startsWith("#")) {
                    titles.put(key(cells[0], cells[1]), cells[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's table windows_titles.tsv cannot be read", e);
        }
        return Map.copyOf(titles);
    }
}
