package dev.spoor.indicator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files of indicators, told by their content. Immutable and thread-safe. */
public final class IndicatorFiles {
    private final IndicatorLimits limits;
    private final ObjectMapper mapper;

    /** A reader within limits. */
    public IndicatorFiles(IndicatorLimits limits) {
        this.limits = limits;
        this.mapper = new ObjectMapper(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(limits.depth()).build()).build());
    }

    /**
     * Reads files, one after the other.
     *
     * @param taker gets each indicator as a document with names of ECS, some with dots in them
     * @return what was left out, in sentences with the file's name
     * @throws IndicatorException if a file cannot be read at all
     */
    public List<String> read(List<Path> files, Consumer<ObjectNode> taker) throws IndicatorException {
        List<String> problems = new ArrayList<>();
        int room = limits.indicators();
        for (Path file : files) {
            Found found = new Found(taker, room);
            String name = file.getFileName().toString();
            try {
                read(file, name, found);
            } catch (JsonProcessingException e) {
                problems.add(name + ": line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ": " + e.getOriginalMessage() + "; what follows was not read");
            } catch (IOException e) {
                throw new IndicatorException("The file of indicators " + file + " cannot be read: " + e.getMessage(), e);
            }
            problems.addAll(found.problems(name));
            room -= found.count();
        }
        return problems;
    }

    private void read(Path file, String name, Found found) throws IOException, IndicatorException {
        switch (firstCharacter(file)) {
            case '{', '[' -> json(file, name, found);
            default -> {
                if (list(file)) {
                    lines(file, name, found);
                } else {
                    IndicatorTable.read(file, name, found);
                }
            }
        }
    }

    private void json(Path file, String name, Found found) throws IOException, IndicatorException {
        if (Files.size(file) > limits.fileBytes()) {
            throw new IndicatorException("The file of indicators " + file + " is larger than " + limits.fileBytes() + " bytes");
        }
        try (InputStream in = Files.newInputStream(file); MappingIterator<JsonNode> values = mapper.readerFor(JsonNode.class).readValues(in)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                if (value.isArray()) {
                    value.forEach(element -> element(element, name, found));
                } else {
                    element(value, name, found);
                }
            }
        }
    }

    private static void element(JsonNode value, String name, Found found) {
        switch (value) {
            case ObjectNode bundle when bundle.path("type").asText().equals("bundle") && bundle.path("objects").isArray() -> StixBundle.read(bundle, name, found);
            case ObjectNode misp when misp.path("Event").isObject() || misp.path("response").isArray() -> MispEvents.read(misp, name, found);
            case ObjectNode document -> document(document, name, found);
            default -> found.leftOut("values that are no objects");
        }
    }

    /** A document of ECS, or an object with a value and perhaps a type. */
    private static void document(ObjectNode document, String name, Found found) {
        boolean ecs = document.path("threat").has("indicator") || document.properties().stream().anyMatch(entry -> entry.getKey().startsWith("threat.indicator."));
        if (ecs) {
            found.add(IndicatorDocument.standard(document));
            return;
        }
        String value = IndicatorDocument.refanged(first(document, "indicator", "value", "ioc").strip());
        String type = first(document, "type", "indicator_type", "kind");
        Optional<IndicatorKind> kind = type.isBlank() ? IndicatorKind.guessed(value) : IndicatorKind.named(type, value);
        if (value.isEmpty() || kind.isEmpty()) {
            found.leftOut("objects without threat.indicator and without a value of a known kind");
        } else {
            found.add(new IndicatorDocument(name).value(kind.get(), value).text("threat.indicator.description", first(document, "description", "comment", "name")).toJson());
        }
    }

    private static String first(ObjectNode document, String... names) {
        for (String name : names) {
            if (document.path(name).isValueNode() && !document.path(name).isNull()) {
                return document.path(name).asText();
            }
        }
        return "";
    }

    /** Whether the file is a list, one value on a line. */
    private static boolean list(Path file) throws IOException {
        try (BufferedReader in = reader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    return IndicatorKind.guessed(IndicatorDocument.refanged(line.strip())).isPresent();
                }
            }
        }
        return true;
    }

    private static void lines(Path file, String name, Found found) throws IOException {
        try (BufferedReader in = reader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String value = IndicatorDocument.refanged(line.strip());
                if (!value.isEmpty() && !value.startsWith("#")) {
                    Optional<IndicatorKind> kind = IndicatorKind.guessed(value);
                    kind.ifPresentOrElse(known -> found.add(new IndicatorDocument(name).value(known, value).toJson()), () -> found.leftOut("lines of no known kind"));
                }
            }
        }
    }

    /** Latin-1 never fails; values beyond ASCII are of no known kind. */
    private static BufferedReader reader(Path file) throws IOException {
        Charset tolerant = StandardCharsets.ISO_8859_1;
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), tolerant));
    }

    private static int firstCharacter(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int c = in.read();
            while (c >= 0 && (Character.isWhitespace(c) || c == 0xEF || c == 0xBB || c == 0xBF)) {
                c = in.read();
            }
            return c;
        }
    }
}
