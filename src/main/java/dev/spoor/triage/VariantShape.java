package dev.spoor.triage;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shape of an alert: what its events are about in general terms. Of each event: what happened (its code and action), parent image, image, command line, targets
 * (file, registry value, service, task, address, share, account, module ...) and the kind of user, each as {@link ShapeText} writes it; hosts and names of users are not part of
 * it. Of an alert with a row, the columns that say these things; where none does, its texts. The same on every machine and in every run.
 */
public final class VariantShape {
    /** An alert over more events is known by its last one. */
    private static final int MOST_EVENTS = 10;
    private static final int LONGEST = 200;
    private static final int LONGEST_PART = 90;
    private static final List<List<String>> WHAT = List.of(List.of("event.code", "EventID", "EventCode", "signature_id"), List.of("event.action"));
    private static final List<String> PARENT = List.of("process.parent.executable", "ParentImage", "parent_process_path", "ParentProcessName", "winlog.event_data.ParentImage",
            "winlog.event_data.ParentProcessName", "process.parent.name", "parent_process_name");
    private static final List<String> IMAGE =
            List.of("process.executable", "Image", "NewProcessName", "process_path", "winlog.event_data.Image", "winlog.event_data.NewProcessName",
                    "SourceImage", "winlog.event_data.SourceImage", "process.name", "process_name");
    private static final List<String> COMMAND = List.of("process.command_line", "CommandLine", "process", "winlog.event_data.CommandLine",
            "powershell.file.script_block_text", "ScriptBlockText", "winlog.event_data.ScriptBlockText");
    private static final List<List<String>> TARGETS = List.of(List.of("file.path", "TargetFilename", "file_path", "winlog.event_data.TargetFilename", "file.name", "file_name"),
            List.of("registry.path", "TargetObject", "registry_path", "winlog.event_data.TargetObject"),
            List.of("registry.data.strings", "registry_value_data", "winlog.event_data.Details"),
            List.of("service.name", "ServiceName", "winlog.event_data.ServiceName"), List.of("winlog.event_data.ImagePath", "ImagePath", "ServiceFileName"),
            List.of("winlog.event_data.TaskName", "TaskName"), List.of("dns.question.name", "QueryName", "query", "winlog.event_data.QueryName"),
            List.of("url.full", "url.original", "url.domain", "url"), List.of("destination.domain", "DestinationHostname"), List.of("destination.ip", "DestinationIp", "dest_ip"),
            List.of("destination.port", "DestinationPort", "dest_port"), List.of("winlog.event_data.TargetImage", "TargetImage"),
            List.of("winlog.event_data.ShareName", "ShareName"), List.of("winlog.event_data.RelativeTargetName", "RelativeTargetName"),
            List.of("winlog.event_data.ObjectName", "ObjectName", "winlog.event_data.ObjectDN"), List.of("winlog.event_data.AllowedToDelegateTo"),
            List.of("group.name", "Group_Name"), List.of("user.target.name"), List.of("dll.path", "winlog.event_data.ImageLoaded", "ImageLoaded", "dll.name"),
            List.of("winlog.event_data.PipeName", "PipeName"));
    /** Columns of rows that say where and who, and those that change with every row. */
    private static final Pattern NOT_SHAPE = Pattern.compile("(?i).*(host|computer|user|domain|time|guid|_id|pid).*|dest|dvc|src|src_ip|source[.]ip|count");

    private final List<String> parts = new ArrayList<>();
    private final LinkedHashSet<String> words = new LinkedHashSet<>();

    private VariantShape() {}

    /** How many events at the end of an alert tell its shape. */
    public static int events(long count, Map<String, Object> row) {
        return row.isEmpty() && count <= MOST_EVENTS ? (int) count : 1;
    }

    /**
     * The variant of an alert.
     *
     * @param events what is known of its last {@link #events}, in order; the row with the last one
     */
    public static Variant of(String ruleId, List<AlertFields> events) {
        List<String> all = new ArrayList<>(List.of(ruleId));
        LinkedHashSet<List<String>> known = new LinkedHashSet<>();
        LinkedHashSet<String> words = new LinkedHashSet<>();
        for (AlertFields event : events) {
            VariantShape shape = new VariantShape();
            shape.read(event);
            if (known.add(shape.parts)) {
                all.addAll(shape.parts);
                all.add("");
                words.add(shape.words());
            }
        }
        words.remove("");
        return new Variant(AlertIdentity.hash(all.toArray(String[]::new)).substring(0, 16), cut(String.join(" ⇒ ", words), LONGEST));
    }

    private void read(AlertFields event) {
        Optional<String> parent = part("parent", event, PARENT);
        Optional<String> image = part("image", event, IMAGE);
        Optional<String> command = part("command", event, COMMAND);
        List<String> targets = TARGETS.stream().flatMap(names -> part("target " + names.getFirst(), event, names).stream()).toList();
        if (parts.isEmpty()) {
            event.row().forEach(this::column);
        }
        List<String> what = WHAT.stream().flatMap(names -> first(event, names).stream()).map(text -> text.toLowerCase(Locale.ROOT)).toList();
        what.forEach(text -> parts.add("what=" + text));
        String kind = UserKind.of(event).word();
        parts.add("user=" + kind);
        parent.ifPresent(path -> words.add(image.isPresent() || command.isPresent() ? base(path) + " →" : base(path)));
        image.ifPresent(path -> words.add(base(path)));
        command.map(text -> cut(image.map(path -> arguments(text, base(path))).orElse(text), LONGEST_PART)).ifPresent(words::add);
        if (words.isEmpty()) {
            what.forEach(words::add);
        }
        targets.forEach(target -> words.add("· " + cut(target, LONGEST_PART)));
        if (!kind.isEmpty()) {
            words.add("· " + kind);
        }
    }

    private String words() {
        words.remove("");
        return String.join(" ", words);
    }

    private Optional<String> part(String role, AlertFields event, List<String> names) {
        Optional<String> value = first(event, names).map(ShapeText::of);
        value.ifPresent(text -> parts.add(role + "=" + text));
        return value;
    }

    private static Optional<String> first(AlertFields event, List<String> names) {
        return names.stream().map(event::text).flatMap(Optional::stream).filter(text -> !text.isBlank() && !text.equals("-")).findFirst();
    }

    private void column(String name, Object value) {
        if (value instanceof String text && !text.isBlank() && !NOT_SHAPE.matches(name)) {
            String shape = ShapeText.of(text);
            parts.add("column " + name + "=" + shape);
            words.add((words.isEmpty() ? "" : "· ") + cut(shape, LONGEST_PART));
        }
    }

    /** The name at the end of a path. */
    private static String base(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }

    /** A command line without the image at its beginning, where that is what it begins with. */
    private static String arguments(String command, String image) {
        String bare = image.endsWith(".exe") ? image.substring(0, image.length() - 4) : image;
        int quoted = command.startsWith("\"") ? command.indexOf('"', 1) : -1;
        String first = quoted > 0 ? command.substring(1, quoted) : Stream.of(command.split(" ", 2)).findFirst().orElse("");
        int end = quoted > 0 ? quoted + 1 : first.length();
        String name = base(first);
        return name.equals(image) || name.equals(bare) ? command.substring(end).strip() : command;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
