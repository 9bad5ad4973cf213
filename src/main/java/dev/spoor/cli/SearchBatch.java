package dev.spoor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.job.CancelledException;
import dev.spoor.job.Job;
import dev.spoor.query.parse.EventFields;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.workbench.HuntAnswer;
import dev.spoor.workbench.HuntRequest;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the lines of {@code search --batch} one after the other. Each runs on a thread of its own with a time limit, so that a line that fails, hangs or needs too
 * much memory never harms the others.
 */
final class SearchBatch {
    private static final int MOST_SAMPLES = 10_000;
    private static final long DEFAULT_TIMEOUT_MS = 10_000;
    private final ObjectMapper json = new ObjectMapper();
    private final Investigation investigation;
    private final PrintStream out;

    SearchBatch(Investigation investigation, PrintStream out) {
        this.investigation = investigation;
        this.out = out;
    }

    int run(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file); Printer printer = new Printer(out, OutputFormat.jsonl, List.of())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    printer.print(answer(line));
                }
            }
            return ExitStatus.DONE;
        } catch (IOException e) {
            throw CommandFailure.nothingDone("The batch file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private ObjectNode answer(String line) {
        JsonNode asked;
        try {
            asked = json.readTree(line);
        } catch (JsonProcessingException e) {
            return HuntLines.answer(NullNode.instance, failed(Diagnostic.Kind.SYNTAX, "This line is no JSON: " + e.getOriginalMessage()), List.of());
        }
        JsonNode id = asked.path("id").isMissingNode() ? NullNode.instance : asked.path("id");
        return HuntLines.answer(id, within(asked), texts(asked.path("options").path("fields")));
    }

    private HuntAnswer within(JsonNode asked) {
        AtomicBoolean stopped = new AtomicBoolean();
        FutureTask<HuntAnswer> task = new FutureTask<>(() -> hunt(asked, stopped));
        Thread.ofPlatform().daemon().name("hunt").start(task);
        long timeout = asked.path("options").path("timeout_ms").asLong(DEFAULT_TIMEOUT_MS);
        try {
            return task.get(timeout, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return failed(Diagnostic.Kind.LIMIT, "The query took longer than " + timeout + " ms.");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (InterruptedException e) {
            throw new CancelledException();
        } finally {
            stopped.set(true);
        }
    }

    private static HuntAnswer failed(Throwable cause) {
        return switch (cause) {
            case OutOfMemoryError _ -> failed(Diagnostic.Kind.LIMIT, "The query needs more memory than there is.");
            case StackOverflowError _ -> failed(Diagnostic.Kind.LIMIT, "The query is nested too deeply.");
            case WorkbenchException told -> failed(Diagnostic.Kind.SEMANTIC, told.getMessage());
            default -> failed(Diagnostic.Kind.UNSUPPORTED, "A fault of the program: " + cause);
        };
    }

    private static HuntAnswer failed(Diagnostic.Kind kind, String message) {
        return new HuntAnswer.Failed(List.of(new Diagnostic(kind, message, 1, 1)));
    }

    private HuntAnswer hunt(JsonNode asked, AtomicBoolean stopped) throws WorkbenchException {
        JsonNode options = asked.path("options");
        HuntRequest request = new HuntRequest(asked.path("language").asText(), asked.path("query").asText(), texts(options.path("datasets")),
                options.has("limit") ? OptionalLong.of(options.path("limit").asLong()) : OptionalLong.empty(), zone(options.path("timezone").asText("UTC")),
                options.path("parse_only").asBoolean(), EventFields.of(text(options, "timestamp_field"), text(options, "category_field"), text(options, "tiebreaker_field")),
                Math.clamp(options.path("max_samples_per_key").asLong(1), 1, MOST_SAMPLES));
        Job job = new Job() {
            @Override public void report(String what, long done, long total) {}

            @Override public boolean cancelled() {
                return stopped.get();
            }
        };
        if (!asked.has("events")) {
            return investigation.hunt(request, job);
        }
        List<ObjectNode> documents = new ArrayList<>();
        for (JsonNode event : asked.path("events")) {
            documents.add(event instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
        }
        return investigation.hunt(request, documents, job);
    }

    private static Optional<String> text(JsonNode options, String name) {
        return Optional.of(options.path(name).asText()).filter(text -> !text.isEmpty());
    }

    private static ZoneId zone(String name) throws WorkbenchException {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new WorkbenchException(name + " is no time zone; write UTC, +02:00 or Europe/Berlin.", e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
