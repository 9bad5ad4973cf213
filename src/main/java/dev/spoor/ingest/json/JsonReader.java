package dev.spoor.ingest.json;

import dev.spoor.event.Values;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.Checksum;

/**
 * Reads a file of JSON documents. A broken document is {@link Damaged} with the byte offset where it begins, and the reading goes on with the next one.
 * Bytes that are no UTF-8 are replaced by U+FFFD, which counts as a repair.
 */
public final class JsonReader implements LogReader {
    private static final Frame NOTHING = new Frame(0, 0, -1, 0, "");
    private final Path file;
    private final ByteWindow window;
    private final Checksum checksum;
    private final Framer framer;
    private final DocumentParser parser;
    private Frame last = NOTHING;
    private long repaired;

    private JsonReader(Path file, ByteWindow window, Checksum checksum, Framer framer, DocumentParser parser) {
        this.file = file;
        this.window = window;
        this.checksum = checksum;
        this.framer = framer;
        this.parser = parser;
    }

    /**
     * Opens a file, however it lays out its documents.
     *
     * @throws IngestException if the file cannot be read
     */
    public static JsonReader open(Path file, JsonLimits limits) throws IngestException {
        try {
            byte[] head = head(file);
            TextBytes.Source source = TextBytes.open(file);
            ByteWindow window = new ByteWindow(source.in(), source.first());
            Framer framer = switch (JsonLayout.of(TextBytes.head(head))) {
                case LINES, NONE -> new LineFramer(window, limits);
                case ARRAY -> new DocumentFramer(window, limits, true);
                case DOCUMENTS -> new DocumentFramer(window, limits, false);
                case ROWS -> new RowsFramer(window, limits);
            };
            return new JsonReader(file, window, source.checksum(), framer, new DocumentParser(limits));
        } catch (IOException e) {
            throw new IngestException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override public Optional<ReadResult> next() throws IngestException {
        try {
            last = NOTHING;
            Optional<Frame> frame = framer.next();
            while (frame.isPresent()) {
                ReadResult result = result(frame.get());
                last = result instanceof DocumentRecord ? frame.get() : NOTHING;
                if (!(result instanceof DocumentRecord record && Envelope.isBulkAction(record.fields()))) {
                    return Optional.of(result);
                }
                frame = framer.next();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new IngestException("cannot read on in " + file + " at byte " + position() + ": " + e.getMessage(), e);
        }
    }

    @Override public long position() {
        return window.offset(window.start());
    }

    @Override public long rawOffset() {
        return last.offset();
    }

    @Override public byte[] raw() {
        return window.copy(last.from(), last.to());
    }

    @Override public long repaired() {
        return repaired;
    }

    @Override public OptionalLong checksum() {
        return window.ended() ? OptionalLong.of(checksum.getValue()) : OptionalLong.empty();
    }

    @Override public void close() throws IOException {
        window.close();
    }

    /**
     * Reads the text of one record again.
     *
     * @param offset as a record of this file gave it
     * @return the document's text as the file spells it
     * @throws IngestException if the file cannot be read or ends before the offset, or the record is longer than the limit
     */
    public static String rawAt(Path file, long offset) throws IngestException {
        try {
            TextBytes.Source source = TextBytes.open(file);
            try (ByteWindow text = new ByteWindow(source.in(), source.first())) {
                source.in().skipNBytes(offset - source.first());
                Optional<Frame> frame = new DocumentFramer(text, JsonLimits.DEFAULT, false).next();
                if (frame.isEmpty() || frame.get().damaged()) {
                    throw new IngestException("no record at byte " + offset + " of " + file);
                }
                return new String(text.bytes(), frame.get().from(), frame.get().to() - frame.get().from(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new IngestException("cannot read the record at byte " + offset + " of " + file + ": " + e.getMessage(), e);
        }
    }

    private ReadResult result(Frame frame) {
        if (frame.damaged()) {
            return new Damaged(frame.problem(), frame.offset());
        }
        byte[] bytes = window.bytes();
        try {
            return record(frame, parser.parse(bytes, frame.from(), frame.to()));
        } catch (MalformedDocument problem) {
            return secondTry(frame, bytes, problem);
        }
    }

    private ReadResult secondTry(Frame frame, byte[] bytes, MalformedDocument problem) {
        MalformedDocument last = problem;
        if (!validUtf8(bytes, frame.from(), frame.to())) {
            byte[] clean = DocumentParser.repaired(bytes, frame.from(), frame.to());
            try {
                ReadResult record = record(frame, parser.parse(clean, 0, clean.length));
                repaired++;
                return record;
            } catch (MalformedDocument again) {
                last = again;
            }
        }
        return new Damaged("record " + frame.number() + " is no JSON document: " + last.getMessage(), frame.offset());
    }

    private static DocumentRecord record(Frame frame, Map<String, Values> fields) {
        return new DocumentRecord(frame.number(), frame.offset(), Envelope.open(fields));
    }

    private static boolean validUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(1 << 16);
        }
    }
}
