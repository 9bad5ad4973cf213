package dev.spoor.ingest.xml;

import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.EventXmlParser;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.WindowsRecord;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** Reads event XML, event by event. Memory grows with the longest event only. Not thread-safe. */
public final class EventXmlReader implements LogReader {
    /** How many first bytes of a file {@link #recognises} wants to see. */
    public static final int HEAD = 4096;

    private static final int RECORD_LINE = 40;

    private final Units units;
    private final EventSplitter splitter;
    private final EventXmlParser parser;
    private long events;
    private long lastOffset = -1;
    private String lastText = "";

    private EventXmlReader(Units units, EventXmlLimits limits) {
        this.units = units;
        splitter = new EventSplitter(units, limits);
        parser = new EventXmlParser(limits.depth());
    }

    /**
     * Opens a file.
     *
     * @throws IngestException if it cannot be read
     */
    public static EventXmlReader open(Path file, EventXmlLimits limits) throws IngestException {
        try {
            return open(FileChannel.open(file, StandardOpenOption.READ), limits);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Reads from a channel, for example an entry of an archive. Closing the reader closes it. */
    public static EventXmlReader open(ReadableByteChannel channel, EventXmlLimits limits) throws IngestException {
        return new EventXmlReader(new Units(channel), limits);
    }

    /** Whether a file that begins like this is event XML: markup with an {@code Event} or {@code Events} element near its beginning. */
    public static boolean recognises(byte[] head) {
        Encoding encoding = Encoding.of(head);
        byte[] begin = Arrays.copyOf(head, Math.min(head.length, HEAD));
        String text = new String(begin, encoding.charset()).replace("\uFEFF", "").stripLeading();
        boolean markup = text.startsWith("<") || text.startsWith("Record ") && text.indexOf('<') < RECORD_LINE && text.indexOf('<') > 0;
        return markup && (has(text, "<Event") || has(text, "<Events") || has(text, ":Event") || has(text, ":Events"));
    }

    /**
     * Reads one event again.
     *
     * @param offset byte offset in the file as a record gave it
     * @return the record, or what is wrong with it
     * @throws IngestException if the file cannot be read
     */
    public static ReadResult readAt(Path file, long offset) throws IngestException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Encoding encoding = new Units(channel).encoding();
            if (offset < 0 || offset >= channel.size()) {
                return new Damaged("no event begins here", offset);
            }
            Units units = new Units(channel.position(offset), encoding, offset);
            EventSplitter.Piece piece = new EventSplitter(units, EventXmlLimits.DEFAULT).at(offset);
            return piece.problem().<ReadResult>map(problem -> new Damaged(problem, offset))
                    .orElseGet(() -> new EventXmlParser(EventXmlLimits.DEFAULT.depth()).parse(piece.text(), offset, 0));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override public Optional<ReadResult> next() throws IngestException {
        lastOffset = -1;
        Optional<EventSplitter.Piece> piece = splitter.next();
        if (piece.isEmpty()) {
            return Optional.empty();
        }
        long offset = piece.get().offset();
        Optional<String> problem = piece.get().problem();
        if (problem.isPresent()) {
            return Optional.of(new Damaged(problem.get(), offset));
        }
        ReadResult result = parser.parse(piece.get().text(), offset, ++events);
        lastOffset = result instanceof WindowsRecord ? offset : -1;
        lastText = piece.get().text();
        return Optional.of(result);
    }

    /**
     * Reads the text of one event.
     *
     * @param text   as {@link #raw} gave it
     * @param offset byte offset in the file that the record shall have
     * @return the record, or what is wrong with it
     */
    public static ReadResult readFrom(String text, long offset) {
        return new EventXmlParser(EventXmlLimits.DEFAULT.depth()).parse(text, offset, 0);
    }

    @Override public long rawOffset() {
        return lastOffset;
    }

    @Override public byte[] raw() {
        return lastText.getBytes(StandardCharsets.UTF_8);
    }

    @Override public long position() {
        return units.read();
    }

    @Override public void close() throws IOException {
        units.close();
    }

    private static boolean has(String text, String tag) {
        int at = text.indexOf(tag);
        return at >= 0 && at + tag.length() < text.length() && " \t\r\n>/".indexOf(text.charAt(at + tag.length())) >= 0;
    }

    private static IngestException unreadable(Path file, IOException cause) {
        return new IngestException(file + " cannot be read: " + cause.getMessage(), cause);
    }
}
