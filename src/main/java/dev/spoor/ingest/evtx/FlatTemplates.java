package dev.spoor.ingest.evtx;

import dev.spoor.event.Value;
import dev.spoor.ingest.SystemField;
import dev.spoor.ingest.evtx.FlatTemplate.Kind;
import dev.spoor.ingest.evtx.FlatTemplate.Slot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link FlatTemplate} of the nodes of a template, where that is possible. One for each template. */
final class FlatTemplates {
    private static final Value EMPTY = Value.string("");
    private static final Optional<String> BINARY = Optional.of("#Binary");
    private final List<Slot> slots = new ArrayList<>();
    private final Set<SystemField> seen = EnumSet.noneOf(SystemField.class);
    private String userDataTag = "";
    private int before;
    private int nested = Node.NONE;
    private int elements;
    private int characters;

    private FlatTemplates() {}

    /** The flat form of a template, or empty where its elements must be walked. */
    static Optional<FlatTemplate> of(Node[] content) {
        if (content.length != 1 || !(content[0] instanceof Node.Element root) || root.repeats() != Node.NONE && !root.name().equals("Event")) {
            return Optional.empty();
        }
        var flat = new FlatTemplates();
        boolean event = root.name().equals("Event");
        boolean possible = event ? flat.event(root) : flat.section(root);
        if (!possible) {
            return Optional.empty();
        }
        int before = flat.nested == Node.NONE ? flat.slots.size() : flat.before;
        return Optional.of(new FlatTemplate(flat.slots.toArray(new Slot[0]), before, flat.nested, event, root.dependency(), flat.userDataTag, flat.elements, flat.characters));
    }

    private boolean event(Node.Element root) {
        elements++;
        for (Node node : root.content()) {
            boolean possible = switch (node) {
                case Node.Element section -> section.dependency() == Node.NONE && (section.name().equals("System") ? system(section) : section(section));
                case Node.Substitution place -> nested(place);
                case Node.Text _ -> true;
                case Node.Instance _ -> false;
            };
            if (!possible) {
                return false;
            }
        }
        return true;
    }

    /** A value that holds EventData or UserData; an array in its place would make the event repeat. */
    private boolean nested(Node.Substitution place) {
        boolean first = nested == Node.NONE;
        nested = place.index();
        before = slots.size();
        return first;
    }

    private boolean system(Node.Element system) {
        elements++;
        for (Node node : system.content()) {
            if (!(node instanceof Node.Element element) || !systemElement(element)) {
                return false;
            }
        }
        return true;
    }

    private boolean systemElement(Node.Element element) {
        elements++;
        boolean possible = systemSlot(element.field(), element.dependency(), element.content(), false);
        for (Node.Attribute attribute : element.attributes()) {
            possible = possible && systemSlot(attribute.field(), element.dependency(), attribute.value(), true);
        }
        return possible;
    }

    private boolean systemSlot(SystemField field, int dependency, Node[] content, boolean attribute) {
        if (field != SystemField.OTHER && !seen.add(field)) {
            return false;
        }
        Kind kind = switch (field) {
            case TIME -> Kind.TIME;
            case RECORD -> Kind.RECORD;
            case OTHER -> Kind.CHECKED;
            case PROVIDER, PROVIDER_GUID, PROVIDER_SOURCE, EVENT_ID, QUALIFIERS, VERSION, LEVEL, TASK, OPCODE, KEYWORDS, ACTIVITY_ID, RELATED_ACTIVITY_ID, PROCESS_ID, THREAD_ID,
                    CHANNEL, COMPUTER, USER_ID -> Kind.SYSTEM;
        };
        return slot(kind, field, Optional.empty(), dependency, content, attribute);
    }

    private boolean section(Node.Element section) {
        elements++;
        return switch (section.name()) {
            case "EventData" -> eventData(section);
            case "UserData" -> userData(section);
            default -> false;
        };
    }

    private boolean eventData(Node.Element section) {
        for (Node node : section.content()) {
            boolean possible = switch (node) {
                case Node.Element element -> dataElement(element);
                case Node.Text _ -> true;
                case Node.Substitution _, Node.Instance _ -> false;
            };
            if (!possible) {
                return false;
            }
        }
        return true;
    }

    private boolean dataElement(Node.Element element) {
        elements++;
        Optional<String> name = switch (element.name()) {
            case "Data" -> element.dataName();
            case "Binary" -> BINARY;
            default -> Optional.of('#' + element.name());
        };
        boolean nameOfRecord = element.name().equals("Data") && name.isEmpty() && hasName(element);
        return !nameOfRecord && slot(Kind.DATA, SystemField.OTHER, name, element.dependency(), element.content(), false);
    }

    private static boolean hasName(Node.Element element) {
        for (Node.Attribute attribute : element.attributes()) {
            if (attribute.name().equals("Name")) {
                return true;
            }
        }
        return false;
    }

    /** One element that is always there, and in it leaves, at least one of them always there too: else it would be a leaf itself. */
    private boolean userData(Node.Element section) {
        if (section.content().length != 1 || !(section.content()[0] instanceof Node.Element parent) || parent.dependency() != Node.NONE || !constant(section)
                || !constant(parent) || !userDataTag.isEmpty()) {
            return false;
        }
        elements++;
        userDataTag = parent.name();
        boolean certain = false;
        for (Node node : parent.content()) {
            if (!(node instanceof Node.Element leaf) || !constant(leaf)) {
                return false;
            }
            elements++;
            certain |= leaf.dependency() == Node.NONE;
            if (!slot(Kind.USER_DATA, SystemField.OTHER, Optional.of(leaf.name()), leaf.dependency(), leaf.content(), false)) {
                return false;
            }
        }
        return certain;
    }

    /** Whether no attribute needs a value. */
    private boolean constant(Node.Element element) {
        for (Node.Attribute attribute : element.attributes()) {
            for (Node node : attribute.value()) {
                if (!(node instanceof Node.Text text)) {
                    return false;
                }
                characters += text.text().length();
            }
        }
        return true;
    }

    /** Adds a slot where the content is one text or one value. */
    private boolean slot(Kind kind, SystemField field, Optional<String> name, int dependency, Node[] content, boolean attribute) {
        if (content.length == 0) {
            return constant(kind, field, name, dependency, EMPTY);
        }
        if (content.length > 1) {
            return false;
        }
        return switch (content[0]) {
            case Node.Text text -> constant(kind, field, name, dependency, Value.string(text.text()));
            case Node.Substitution place -> slots.add(new Slot(kind, field, name, dependency, place.index(), attribute && place.optional(), EMPTY));
            case Node.Element _, Node.Instance _ -> false;
        };
    }

    private boolean constant(Kind kind, SystemField field, Optional<String> name, int dependency, Value text) {
        characters += text.text().length();
        // A constant time or number needs no care that would be worth a case of its own.
        boolean possible = kind != Kind.TIME && kind != Kind.RECORD;
        return possible && (kind == Kind.CHECKED || slots.add(new Slot(kind, field, name, dependency, Node.NONE, false, text)));
    }
}
