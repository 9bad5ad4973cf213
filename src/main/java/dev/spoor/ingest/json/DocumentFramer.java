package dev.spoor.ingest.json;

import java.io.IOException;
import java.util.Optional;

/** Records by their brackets: the elements of one array, or documents one after the other. */
final class DocumentFramer implements Framer {
    private final ByteWindow window;
    private final JsonLimits limits;
    private final boolean array;
    private boolean opened;
    private boolean closed;
    private long number;

    DocumentFramer(ByteWindow window, JsonLimits limits, boolean array) {
        this.window = window;
        this.limits = limits;
        this.array = array;
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
            } else if (c == ',') {
                window.keepFrom(window.start() + 1);
            } else {
                number++;
                return Optional.of(c == '{' || c == '[' ? bracketed() : bare());
            }
        }
    }

    private Optional<Frame> end() {
        if (array && opened && !closed) {
            closed = true;
            return Optional.of(new Frame(0, 0, window.offset(window.start()), number, "the file ends within the array: \"]\" expected"));
        }
        return Optional.empty();
    }

    private Frame bracketed() throws IOException {
        BracketScan scan = new BracketScan();
        long offset = window.offset(window.start());
        int seen = 0;
        while (true) {
            int used = scan.scan(window.bytes(), window.start() + seen, window.end());
            seen += used;
            if (scan.done()) {
                int from = window.start();
                window.keepFrom(from + seen);
                return new Frame(from, from + seen, offset, number, "");
            }
            if (seen > limits.maxRecordBytes()) {
                return rest("document " + number + " is longer than the limit of " + limits.maxRecordBytes() + " bytes; what follows was not read");
            }
            if (!window.more()) {
                window.keepFrom(window.end());
                closed = true;
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
            }
            window.keepFrom(window.end());
            if (!window.more()) {
                return -1;
            }
        }
    }
}
