package dev.spoor.triage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is known of an alert for showing it: the row of an aggregating rule, then the document of the last event.
 *
 * @param document an event as nested JSON; an empty object where the alert has none
 * @param row      column to value; empty for rules on events
 */
public record AlertFields(JsonNode document, Map<String, Object> row) {
    private static final List<String> HOSTS = List.of("host.name", "host.hostname", "winlog.computer_name", "agent.name", "observer.hostname", "dest",
            "Computer", "host", "ComputerName", "dvc", "Hostname");
    private static final List<String> USERS = List.of("user.name", "user", "TargetUserName", "SubjectUserName", "Caller_User_Name", "User", "src_user",
            "winlog.event_data.TargetUserName", "winlog.event_data.SubjectUserName");
    private static final List<String> DOMAINS = List.of("user.domain");

    /** The host that it is about. */
    public Optional<String> host() {
        return first(HOSTS);
    }

    /** The user that it is about, with domain where the event tells it: {@code NWF\jdoe}. */
    public Optional<String> user() {
        Optional<String> user = first(USERS);
        Optional<String> domain = user.isPresent() && user.equals(text("user.name")) ? first(DOMAINS) : Optional.empty();
        return domain.isPresent() ? Optional.of(domain.get() + "\\" + user.get()) : user;
    }

    /** The value of a column or a dotted path as text, several joined by commas; empty where there is none. */
    public Optional<String> text(String name) {
        return column(name).or(() -> inDocument(name));
    }

    /** The values of a column, else of a dotted path, as texts without repeats; empty where there is none. */
    public List<String> values(String name) {
        Object held = row.get(name) == null ? at(document, name).orElse(null) : row.get(name);
        return switch (held) {
            case null -> List.of();
            case JsonNode array when array.isArray() -> StreamSupport.stream(array.spliterator(), false).map(AlertFields::text).filter(text -> !text.isEmpty()).distinct().toList();
            case Collection<?> list -> list.stream().filter(Objects::nonNull).map(Object::toString).distinct().toList();
            default -> List.of(text(held)).stream().filter(text -> !text.isEmpty()).toList();
        };
    }

    /** The first name that has a value, in the row before the document. */
    private Optional<String> first(List<String> names) {
        return Stream.concat(names.stream().map(this::column), names.stream().map(this::inDocument)).flatMap(Optional::stream).filter(text -> !text.equals("-"))
                .findFirst();
    }

    private Optional<String> column(String name) {
        return Optional.ofNullable(row.get(name)).map(AlertFields::text).filter(text -> !text.isEmpty());
    }

    private Optional<String> inDocument(String path) {
        return at(document, path).map(AlertFields::text).filter(text -> !text.isEmpty());
    }

    /** A dotted path may be nested objects, a key with dots in it, or both. */
    private static Optional<JsonNode> at(JsonNode node, String path) {
        JsonNode whole = node.path(path);
        if (!whole.isMissingNode()) {
            return Optional.of(whole);
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            JsonNode child = node.path(path.substring(0, dot));
            if (child.isObject()) {
                return at(child, path.substring(dot + 1));
            }
        }
        return Optional.empty();
    }

    private static String text(Object value) {
        return switch (value) {
            case JsonNode array when array.isArray() -> StreamSupport.stream(array.spliterator(), false).filter(JsonNode::isValueNode).map(JsonNode::asText)
                    .distinct().collect(Collectors.joining(", "));
            case JsonNode node when node.isNull() -> "";
            case JsonNode node -> node.isValueNode() ? node.asText() : "";
            case Collection<?> list -> list.stream().filter(Objects::nonNull).map(Object::toString).distinct().collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
