package dev.spoor.workbench;

import dev.spoor.event.Origin;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.EventXml;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.csv.CsvReader;
import dev.spoor.ingest.evtx.EvtxReader;
import dev.spoor.ingest.json.JsonReader;
import dev.spoor.ingest.text.EventTextReader;
import dev.spoor.ingest.xml.EventXmlReader;
import dev.spoor.job.Job;
import dev.spoor.store.EmbeddedRecord;
import dev.spoor.store.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads records again from the evidence, as they are there: a JSON document's text, a row, an EVTX record as event XML. A file whose hash is no longer the registered one
 * is not shown as evidence. An entry of a container is unpacked again for that. Records that the case holds need neither. Thread-safe.
 */
final class RawEvidence implements AutoCloseable {
    private final UnpackedEvidence unpacked = new UnpackedEvidence();
    private final Map<Integer, String> verdicts = new HashMap<>();

    /** A record that the case holds. */
    String read(Source source, Origin origin, EmbeddedRecord kept) {
        return switch (source.origin().format()) {
            case "evtx" -> xml(EvtxReader.readIn(kept.bytes(), origin.offset() - kept.place(), kept.place()));
            case "xml" -> xml(EventXmlReader.readFrom(new String(kept.bytes(), StandardCharsets.UTF_8), origin.offset()));
            default -> new String(kept.bytes(), StandardCharsets.UTF_8);
        };
    }

    /** The record, or a sentence that says why it cannot be shown. */
    String read(Source source, Origin origin) {
        return source.origin().entry().isEmpty() ? read(source, origin, Path.of(source.origin().path())) : entry(source, origin);
    }

    private synchronized String entry(Source source, Origin origin) {
        String problem = verdicts.getOrDefault(source.number(), "");
        if (!problem.isEmpty()) {
            return problem;
        }
        try {
            return read(source, origin, unpacked.of(source));
        } catch (IngestException e) {
            verdicts.put(source.number(), "The record cannot be read again: " + e.getMessage());
            return verdicts.get(source.number());
        }
    }

    private String read(Source source, Origin origin, Path file) {
        String problem = source.origin().entry().isEmpty() ? verdict(source) : "";
        if (!problem.isEmpty()) {
            return problem;
        }
        try {
            return switch (source.origin().format()) {
                case "evtx" -> xml(EvtxReader.readAt(file, origin.offset()));
                case "xml" -> xml(EventXmlReader.readAt(file, origin.offset()));
                case "json" -> JsonReader.rawAt(file, origin.offset());
                case "csv" -> CsvReader.rawAt(file, ',', origin.offset());
                case "tsv" -> CsvReader.rawAt(file, '\t', origin.offset());
                case "text" -> EventTextReader.rawAt(file, origin.offset());
                default -> "Records of format " + source.origin().format() + " cannot be read again on their own.";
            };
        } catch (IngestException e) {
            return "The record cannot be read again: " + e.getMessage();
        }
    }

    /** Hashes a source once; empty where its bytes are the registered ones. */
    private synchronized String verdict(Source source) {
        return verdicts.computeIfAbsent(source.number(), _ -> {
            Path file = Path.of(source.origin().path());
            if (!Files.isRegularFile(file)) {
                return "The evidence file " + file + " is not where it was when it was loaded.";
            }
            try {
                return EvidenceHash.of(file, Job.SILENT).equals(source.origin().sha256()) ? ""
                        : "The evidence file " + file + " has changed since it was loaded: its SHA-256 is another one.";
            } catch (IOException e) {
                return "The evidence file " + file + " cannot be read: " + e.getMessage();
            }
        });
    }

    @Override public void close() throws IOException {
        unpacked.close();
    }

    private static String xml(ReadResult result) {
        return switch (result) {
            case WindowsRecord record -> EventXml.of(record);
            case ShapedRecord _ -> throw new IllegalStateException("a whole record was asked for");
            case DocumentRecord record -> record.fields().toString();
            case Damaged(String problem, long offset) -> "The record at byte " + offset + " cannot be read again: " + problem;
        };
    }
}
