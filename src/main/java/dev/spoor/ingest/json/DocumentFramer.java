package dev.spoor.ingest.json;

import java.io.IOException;
import java.util.Optional;

/** Records by their brackets: the elements of one array, or documents one after the other. */
final class DocumentFramer implements Framer {
    private static final String RECORD = "Record ";
    private static final int RECORD_LINE = 30;
    private final ByteWindow window;
    private final JsonLimits limits;
    private final boolean array;
    private boolean opened;
    private boolean closed;
    private final boolean nested;
    private long number;
    private int indent;
    private boolean cut;

    DocumentFramer(ByteWindow window, JsonLimits limits, boolean array) {
        this(window, limits, array, false, 0);
    }

    private DocumentFramer(ByteWindow window, JsonLimits limits, boolean array, boolean nested, long number) {
        this.window = window;
        this.limits = limits;
        this.array = array;
        this.nested = nested;
        this.opened = nested;
        this.number = number;
    }

    /** The elements of an array within a document, from the first one on and up to its closing bracket; their numbers follow a given one. */
    static DocumentFramer within(ByteWindow window, JsonLimits limits, long number) {
        return new DocumentFramer(window, limits, true, true, number);
    }

    /** Number of the last document. */
    long number() {
        return number;
    }

    /** Whether the file ended within a document. */
    boolean cut() {
        return cut;
    }

    @Override public Optional<Frame> next() throws IOException {
        while (true) {
            int c = skipBlanks();
            if (c < 0) {
                return end();
            }
            if (closed) {
                return Optional.of(rest("text behind the end of the array"));
            }
            if (array && !opened && c == '[') {
                opened = true;
                window.keepFrom(window.start() + 1);
            } else if (array && c == ']') {
                closed = true;
                window.keepFrom(window.start() + 1);
                if (nested) {
                    return Optional.empty();
                }
            } else if (c == 'R' && !array && recordLine()) {
                window.keepFrom(window.start() + 1);
            } else if (c == ',') {
                window.keepFrom(window.start() + 1);
            } else {
                number++;
                return Optional.of(c == '{' || c == '[' ? bracketed() : bare());
            }
        }
    }

    private Optional<Frame> end() {
        if (array && opened && !closed && !nested) {
            closed = true;
            return Optional.of(new Frame(0, 0, window.offset(window.start()), number, "the file ends within the array: \"]\" expected"));
        }
        return Optional.empty();
    }

    private Frame bracketed() throws IOException {
        DocumentScan scan = new DocumentScan(indent);
        long offset = window.offset(window.start());
        int seen = 0;
        while (true) {
            int used = scan.scan(window.bytes(), window.start() + seen, window.end());
            seen += used;
            if (scan.done()) {
                int from = window.start();
                window.keepFrom(from + seen);
                indent = -1;
                return new Frame(from, from + seen, offset, number, "");
            }
            if (scan.cut()) {
                window.keepFrom(window.start() + seen);
                return new Frame(0, 0, offset, number, "document " + number + " does not end before the next one begins: a closing bracket or quote is missing");
            }
            if (seen > limits.maxRecordBytes()) {
                return rest("document " + number + " is longer than the limit of " + limits.maxRecordBytes() + " bytes; what follows was not read");
            }
            if (!window.more()) {
                window.keepFrom(window.end());
                closed = true;
                cut = true;
                return new Frame(0, 0, offset, number, "the file ends within document " + number + ": a closing bracket or quote is missing");
            }
        }
    }

    /** A number, word or text where a document should be: up to the next comma, bracket or line end. */
    private Frame bare() throws IOException {
        long offset = window.offset(window.start());
        boolean any = false;
        while (true) {
            byte[] bytes = window.bytes();
            for (int i = window.start(); i < window.end(); i++) {
                byte b = bytes[i];
                if (any && (b == ',' || b == '\n' || b == ']' || b == '{' || b == '[')) {
                    window.keepFrom(i);
                    return new Frame(0, 0, offset, number, "element " + number + " is no JSON object");
                }
                any = true;
            }
            window.keepFrom(window.end());
            if (!window.more()) {
                return new Frame(0, 0, offset, number, "element " + number + " is no JSON object");
            }
        }
    }

    /** Passes over a line {@code Record 12}, which evtx_dump writes before each document; false where another line stands here. */
    private boolean recordLine() throws IOException {
        int length = 0;
        while (length <= RECORD_LINE) {
            int at = window.start() + length;
            if (at == window.end() && !window.more()) {
                break;
            }
            byte b = window.bytes()[window.start() + length];
            if (b == '\n') {
                break;
            }
            boolean fits = length < RECORD.length() ? b == RECORD.charAt(length) : b >= '0' && b <= '9' || b == '\r';
            if (!fits) {
                return false;
            }
            length++;
        }
        boolean line = length > RECORD.length() && length <= RECORD_LINE;
        if (line) {
            window.keepFrom(window.start() + length - 1);
        }
        return line;
    }

    private Frame rest(String problem) throws IOException {
        long offset = window.offset(window.start());
        do {
            window.keepFrom(window.end());
        } while (window.more());
        closed = true;
        return new Frame(0, 0, offset, number, problem);
    }

    private int skipBlanks() throws IOException {
        while (true) {
            byte[] bytes = window.bytes();
            for (int i = window.start(); i < window.end(); i++) {
                byte b = bytes[i];
                if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                    window.keepFrom(i);
                    return b & 0xff;
                }
                indent = b == '\n' ? 0 : indent < 0 ? -1 : indent + 1;
            }
            window.keepFrom(window.end());
            if (!window.more()) {
                return -1;
            }
        }
    }
}
