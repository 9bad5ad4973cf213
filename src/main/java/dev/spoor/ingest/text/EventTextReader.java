package dev.spoor.ingest.text;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.EventBlock;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.TextEncoding;
import dev.spoor.ingest.TextWindow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads blocks of text, each a document of its names and values. Memory grows with the longest block only. Not thread-safe. */
public final class EventTextReader implements LogReader {
    /** How long a block may be; longer ones are damaged. */
    public static final int MAX_BLOCK = 4 << 20;
    private static final int LONGEST_TIME = 64;
    private static final int HEAD = 1 << 16;
    private final Path file;
    private final TextWindow window;
    private final int limit;
    private long block;
    private long repaired;
    private long firstRepair = -1;
    private long lastOffset = -1;
    private int lastLength;
    private Charset lastCharset;

    private EventTextReader(Path file, TextWindow window, int limit) {
        this.file = file;
        this.window = window;
        this.limit = limit;
    }

    /**
     * Opens a file.
     *
     * @param limit bytes that a block may have
     * @throws IngestException if it cannot be read
     */
    public static EventTextReader open(Path file, int limit) throws IngestException {
        try {
            return new EventTextReader(file, TextWindow.open(file), limit);
        } catch (IOException e) {
            throw new IngestException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the text of one block again.
     *
     * @param offset as a record of this file gave it
     * @return the block as the file spells it
     * @throws IngestException if the file cannot be read or no block begins there
     */
    public static String rawAt(Path file, long offset) throws IngestException {
        try (InputStream in = Files.newInputStream(file)) {
            TextEncoding encoding = TextEncoding.of(in.readNBytes(HEAD));
            try (TextWindow window = TextWindow.open(file, encoding, offset)) {
                EventTextReader reader = new EventTextReader(file, window, MAX_BLOCK);
                if (reader.begin(0) == 0) {
                    throw new IngestException("no event begins at byte " + offset + " of " + file);
                }
                int end = reader.end();
                return window.text(0, end, window.charset(0, end)).stripTrailing();
            }
        } catch (IOException e) {
            throw new IngestException("cannot read the event at byte " + offset + " of " + file + ": " + e.getMessage(), e);
        }
    }

    @Override public Optional<ReadResult> next() throws IngestException {
        lastOffset = -1;
        try {
            Optional<ReadResult> foreign = foreign();
            if (foreign.isPresent() || window.at(0) == TextWindow.END) {
                return foreign;
            }
            long offset = window.offset();
            block++;
            int end = end();
            if (end > limit) {
                skip();
                return Optional.of(new Damaged("event " + block + " is longer than the limit of " + limit + " bytes and was passed over", offset));
            }
            Charset charset = window.charset(0, end);
            if (charset.equals(TextEncoding.FALLBACK) && !charset.equals(window.encoding().charset())) {
                repaired++;
                firstRepair = firstRepair < 0 ? offset : firstRepair;
            }
            Map<String, String> names = EventBlock.parse(window.text(0, end, charset));
            window.forget(end);
            lastLength = end;
            lastCharset = charset;
            return Optional.of(result(names, offset));
        } catch (IOException e) {
            throw new IngestException("cannot read on in " + file + " at byte " + position() + ": " + e.getMessage(), e);
        }
    }

    private ReadResult result(Map<String, String> names, long offset) {
        if (!names.containsKey("EventCode") && !names.containsKey("EventID")) {
            return new Damaged("event " + block + " has no EventCode", offset);
        }
        Map<String, Values> fields = LinkedHashMap.newLinkedHashMap(names.size());
        names.forEach((name, value) -> fields.put(name, Value.string(value)));
        lastOffset = offset;
        return new DocumentRecord(block, offset, fields);
    }

    /** Passes over what lies before the next block; damage where it is more than blank lines. */
    private Optional<ReadResult> foreign() throws IOException {
        long offset = window.offset();
        long stray = -1;
        while (window.at(0) != TextWindow.END && begin(0) == 0) {
            if (stray < 0 && !blank()) {
                stray = window.offset();
            }
            window.skipLine(false);
        }
        return stray < 0 ? Optional.empty()
                : Optional.of(new Damaged("text that belongs to no event, " + (window.offset() - offset) + " bytes", stray));
    }

    private boolean blank() throws IOException {
        int end = window.lineEnd(0, LONGEST_TIME, false);
        return end < LONGEST_TIME && window.text(0, end, window.encoding().charset()).isBlank();
    }

    /** Passes over a block that is too long. */
    private void skip() throws IOException {
        window.forget(begin(0));
        do {
            window.skipLine(false);
        } while (window.at(0) != TextWindow.END && begin(0) == 0);
    }

    /** Where the block at the beginning of the window ends; more than the limit where it is too long. */
    private int end() throws IOException {
        int at = begin(0);
        while (at <= limit) {
            at = window.lineEnd(at, limit + 1, false);
            if (window.at(at) == TextWindow.END) {
                return at;
            }
            at += window.width();
            if (begin(at) > 0) {
                return at;
            }
        }
        return at;
    }

    /** Bytes up to behind {@code LogName=} where a block begins at a distance, a line of time before it or not; else 0. */
    private int begin(int distance) throws IOException {
        int at = distance;
        int c = window.at(at);
        if (c >= '0' && c <= '9') {
            int end = window.lineEnd(at, at + LONGEST_TIME * window.width(), false);
            if (window.at(end) != '\n' || !EventBlock.isTime(window.text(at, end, window.encoding().charset()))) {
                return 0;
            }
            at = end + window.width();
        }
        for (int i = 0; i < EventBlock.FIRST.length(); i++, at += window.width()) {
            if (window.at(at) != EventBlock.FIRST.charAt(i)) {
                return 0;
            }
        }
        return at;
    }

    @Override public long position() {
        return window.offset();
    }

    @Override public long rawOffset() {
        return lastOffset;
    }

    @Override public byte[] raw() {
        return window.passed(lastLength, lastCharset).stripTrailing().getBytes(StandardCharsets.UTF_8);
    }

    @Override public long repaired() {
        return repaired;
    }

    @Override public List<String> remarks() {
        return repaired == 0 ? List.of()
                : List.of("Bytes that are no UTF-8 were taken for Windows-1252 in " + repaired + " events, first in that at byte " + firstRepair + ".");
    }

    @Override public void close() throws IOException {
        window.close();
    }
}
