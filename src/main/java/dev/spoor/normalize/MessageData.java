package dev.spoor.normalize;

import dev.spoor.ingest.WindowsRecord.DataItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads event data out of a message that Windows made of them in English. Sysmon names its data in the message; of other events the table knows which label shows
 * what. What the message shows in words (an account for its SID, "Yes" for {@code %%1842}) becomes what the event holds where that is certain, and is left out where it
 * is not. Not thread-safe.
 *
 * <pre>
 * message = { text-line | section-line { indent label ":" value } | label ":" value }
 * </pre>
 */
final class MessageData {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    private static final int LONGEST_NAME = 64;
    private static final int MAX_LABELS = 10_000;
    private static final Set<String> WORDS = Set.of("ImpersonationLevel", "RestrictedAdminMode", "RemoteCredentialGuard", "VirtualAccount", "ElevatedToken",
            "TokenElevationType", "FailureReason", "OperationType", "OldValueType", "NewValueType", "Direction", "LayerName");
    private final ExportTables tables;
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<Label, String> names = new LinkedHashMap<>() {
        @Override protected boolean removeEldestEntry(Map.Entry<Label, String> eldest) {
            return size() > MAX_LABELS;
        }
    };

    private record Label(String eventId, String section, String label) {}

    MessageData(ExportTables tables, MappingTables mappings) {
        this.tables = tables;
        mappings.values("message_table").forEach((number, text) -> numbers.putIfAbsent(text.toLowerCase(Locale.ROOT), number));
    }

    /** The event data of a message, in its order; names as {@link ExportTables} has them. */
    List<DataItem> read(String channel, String eventId, String message) {
        return channel.equalsIgnoreCase(SYSMON) ? named(message) : labelled(eventId, message);
    }

    private static List<DataItem> named(String message) {
        List<DataItem> items = new ArrayList<>();
        for (String line : message.lines().toList()) {
            int colon = label(line);
            String name = colon < 0 ? "" : line.substring(0, colon);
            if (colon >= 0 && colon + 1 < line.length() && name.chars().allMatch(Character::isLetterOrDigit)) {
                items.add(item(name, line.substring(colon + 1).strip()));
            } else if (!items.isEmpty()) {
                DataItem last = items.removeLast();
                items.add(item(last.name().orElse(""), last.value() + "\n" + line));
            }
        }
        return items;
    }

    private List<DataItem> labelled(String eventId, String message) {
        List<DataItem> items = new ArrayList<>();
        String section = "";
        boolean goesOn = false;
        for (String line : message.lines().toList()) {
            String body = line.strip();
            int colon = label(body);
            boolean indented = !body.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (colon < 0) {
                if (goesOn && indented) {
                    DataItem last = items.removeLast();
                    items.add(item(last.name().orElse(""), last.value() + "\r\n\t\t\t" + body));
                } else {
                    goesOn = false;
                }
                continue;
            }
            String value = body.substring(colon + 1).strip();
            if (!indented) {
                section = value.isEmpty() ? body.substring(0, colon) : "";
            }
            int before = items.size();
            add(items, names.computeIfAbsent(new Label(eventId, section, body.substring(0, colon)), this::name), value);
            goesOn = items.size() > before;
        }
        return items;
    }

    private String name(Label label) {
        String name = tables.messageName(label.eventId, label.section, label.label);
        return name == null ? "" : name;
    }

    /** Place of the colon behind a label, -1 where there is none: the first before a blank or the end of the line. */
    private static int label(String line) {
        for (int i = 1; i < Math.min(line.length(), LONGEST_NAME); i++) {
            if (line.charAt(i) == ':' && (i + 1 == line.length() || Character.isWhitespace(line.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    private void add(List<DataItem> items, String name, String value) {
        if (name.isEmpty()) {
            return;
        }
        String held = value;
        if (name.endsWith("Sid") || name.equals("MandatoryLabel")) {
            held = value.startsWith("S-1-") ? value : tables.get("sid", value);
        } else if (WORDS.contains(name)) {
            held = value.startsWith("%%") || value.equals("-") ? value : numbers.get(value.toLowerCase(Locale.ROOT));
        } else if (value.startsWith("0x") && value.length() <= 18) {
            held = value.toLowerCase(Locale.ROOT);
        }
        if (held != null) {
            items.add(item(name, held));
        }
    }

    private static DataItem item(String name, String value) {
        return new DataItem(Optional.of(name), value, Optional.empty());
    }
}
