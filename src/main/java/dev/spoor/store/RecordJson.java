package dev.spoor.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Records as JSON objects, component by component, so that a component added to a record needs no change here. Knows records, String, int, long,
 * boolean, enums, Optional, OptionalInt, List, Map with text keys, and sealed interfaces of records, whose record is named under {@code kind}. An empty optional is
 * left out; a component missing in the JSON (an older case) is read as empty, 0, false, or the first constant or alternative of its type. Maps are written in the order of their keys.
 */
final class RecordJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String KIND = "kind";
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private RecordJson() {}

    static ObjectNode write(Record value) {
        ObjectNode object = NODES.objectNode();
        if (SHAPES.get(value.getClass()).alternative()) {
            object.put(KIND, value.getClass().getSimpleName());
        }
        for (Component component : SHAPES.get(value.getClass()).components()) {
            JsonNode node = node(component.of(value));
            if (!node.isMissingNode()) {
                object.set(component.name(), node);
            }
        }
        return object;
    }

    /** The text of {@link #write} without one of the components, written in one go. */
    static String text(Record value, String leftOut) {
        try (SegmentedStringWriter text = new SegmentedStringWriter(new BufferRecycler()); JsonGenerator out = Json.generator(text)) {
            text(value, leftOut, out);
            out.flush();
            return text.getAndClear();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
    }

    private static void text(Record value, String leftOut, JsonGenerator out) throws IOException {
        out.writeStartObject();
        Shape shape = SHAPES.get(value.getClass());
        if (shape.alternative()) {
            out.writeStringField(KIND, value.getClass().getSimpleName());
        }
        for (Component component : shape.components()) {
            Object held = component.of(value);
            boolean missing = held instanceof Optional<?> optional && optional.isEmpty() || held instanceof OptionalInt number && number.isEmpty();
            if (!missing && !component.name().equals(leftOut)) {
                out.writeFieldName(component.name());
                text(held, out);
            }
        }
        out.writeEndObject();
    }

    private static void text(Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case Optional<?> optional -> text(optional.orElseThrow(), out);
            case OptionalInt optional -> out.writeNumber(optional.orElseThrow());
            case String text -> out.writeString(text);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case Enum<?> constant -> out.writeString(constant.name());
            case Record nested -> text(nested, "", out);
            case List<?> list -> {
                out.writeStartArray();
                for (Object element : list) {
                    text(element, out);
                }
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
                    out.writeFieldName((String) entry.getKey());
                    text(entry.getValue(), out);
                }
                out.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isPresent() ? node(optional.get()) : MissingNode.getInstance();
            case OptionalInt optional -> optional.isPresent() ? NODES.numberNode(optional.getAsInt()) : MissingNode.getInstance();
            case String text -> NODES.textNode(text);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Boolean flag -> NODES.booleanNode(flag);
            case Enum<?> constant -> NODES.textNode(constant.name());
            case Record nested -> write(nested);
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(element -> array.add(node(element)));
                yield array;
            }
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, held) -> sorted.put((String) key, held));
                sorted.forEach((key, held) -> object.set(key, node(held)));
                yield object;
            }
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
        };
    }

    static <T extends Record> T read(JsonNode node, Class<T> type) {
        Shape shape = SHAPES.get(type);
        Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            Component component = shape.components().get(i);
            values[i] = value(node.path(component.name()), component.type());
        }
        return type.cast(shape.make(values));
    }

    private static Object value(JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(node, generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return node.asText("");
        } else if (plain == int.class || plain == Integer.class) {
            return node.asInt();
        } else if (plain == long.class || plain == Long.class) {
            return node.asLong();
        } else if (plain == boolean.class || plain == Boolean.class) {
            return node.asBoolean();
        } else if (plain == OptionalInt.class) {
            return node.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(node.asInt());
        } else if (plain.isEnum()) {
            return constant(node, plain);
        } else if (plain.isRecord()) {
            return read(node, plain.asSubclass(Record.class));
        } else if (plain.isSealed()) {
            return read(node, chosen(node, plain).asSubclass(Record.class));
        }
        throw new IllegalArgumentException("no JSON form for " + plain);
    }

    private static Class<?> chosen(JsonNode node, Class<?> sealed) {
        Class<?>[] alternatives = sealed.getPermittedSubclasses();
        return Arrays.stream(alternatives).filter(type -> type.getSimpleName().equals(node.path(KIND).asText())).findFirst().orElse(alternatives[0]);
    }

    private static Object constant(JsonNode node, Class<?> type) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (((Enum<?>) constant).name().equals(node.asText())) {
                return constant;
            }
        }
        return constants[0];
    }

    private static Object container(JsonNode node, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return node.isMissingNode() ? Optional.empty() : Optional.of(value(node, arguments[0]));
        } else if (type.getRawType() == List.class) {
            List<Object> list = new ArrayList<>(node.size());
            node.forEach(element -> list.add(value(element, arguments[0])));
            return list;
        } else if (type.getRawType() == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue(), arguments[1])));
            return map;
        }
        throw new IllegalArgumentException("no JSON form for " + type);
    }

    /** How a record is taken apart and put together; asking the class each time would cost milliseconds a rule. */
    private record Shape(Constructor<?> constructor, List<Component> components, boolean alternative) {
        static Shape of(Class<?> type) {
            RecordComponent[] parts = type.getRecordComponents();
            Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            List<Component> components = Arrays.stream(parts).map(part -> new Component(part.getName(), part.getGenericType(), part.getAccessor())).toList();
            try {
                return new Shape(type.getDeclaredConstructor(types), components, Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has this constructor", e);
            }
        }

        Object make(Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException("not a " + constructor.getDeclaringClass().getSimpleName() + ": " + e.getCause(), e);
            }
        }
    }

    /** A component of a record. */
    private record Component(String name, Type type, Method accessor) {
        Object of(Record value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException("component " + name + " of " + value.getClass() + " cannot be read", e);
            }
        }
    }
}
