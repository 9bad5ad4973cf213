package dev.spoor.ingest.json;

import java.io.IOException;
import java.util.Optional;

/** One record a line. Lines without anything but blanks count, and are passed over. */
final class LineFramer implements Framer {
    private final ByteWindow window;
    private final JsonLimits limits;
    private long line;

    LineFramer(ByteWindow window, JsonLimits limits) {
        this.window = window;
        this.limits = limits;
    }

    @Override public Optional<Frame> next() throws IOException {
        while (true) {
            int length = lineLength();
            if (length < 0) {
                return Optional.empty();
            }
            line++;
            if (length > limits.maxRecordBytes()) {
                return Optional.of(passOver());
            }
            int from = window.start();
            int to = from + length;
            long offset = window.offset(from);
            byte[] bytes = window.bytes();
            int first = from;
            while (first < to && blank(bytes[first])) {
                first++;
            }
            int last = to;
            while (last > first && blank(bytes[last - 1])) {
                last--;
            }
            window.keepFrom(to < window.end() ? to + 1 : to);
            if (first < last) {
                return Optional.of(new Frame(first, last, offset + (first - from), line, ""));
            }
        }
    }

    /** Bytes up to the line end or the end of the file; more than the limit where the line is too long; -1 where nothing is left. */
    private int lineLength() throws IOException {
        int seen = 0;
        while (true) {
            int end = window.end();
            int found = Swar.lineFeed(window.bytes(), window.start() + seen, end);
            if (found < end) {
                return found - window.start();
            }
            seen = end - window.start();
            if (seen > limits.maxRecordBytes()) {
                return seen;
            }
            if (!window.more()) {
                return seen == 0 ? -1 : seen;
            }
        }
    }

    private Frame passOver() throws IOException {
        long offset = window.offset(window.start());
        while (true) {
            byte[] bytes = window.bytes();
            for (int i = window.start(); i < window.end(); i++) {
                if (bytes[i] == '\n') {
                    window.keepFrom(i + 1);
                    return tooLong(offset);
                }
            }
            window.keepFrom(window.end());
            if (!window.more()) {
                return tooLong(offset);
            }
        }
    }

    private Frame tooLong(long offset) {
        return new Frame(0, 0, offset, line, "line " + line + " is longer than the limit of " + limits.maxRecordBytes() + " bytes and was passed over");
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }
}
