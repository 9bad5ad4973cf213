package dev.spoor.ingest.json;

import java.io.IOException;
import java.util.Optional;

/** Records that stand in lists within documents; what surrounds the lists is passed over. A document without a list is damage. */
final class RowsFramer implements Framer {
    private final ByteWindow window;
    private final JsonLimits limits;
    private final RowsScan scan = new RowsScan();
    private DocumentFramer rows;
    private long number;
    private boolean cut;
    private long documentOffset;

    RowsFramer(ByteWindow window, JsonLimits limits) {
        this.window = window;
        this.limits = limits;
    }

    @Override public Optional<Frame> next() throws IOException {
        while (true) {
            if (rows != null) {
                Optional<Frame> row = rows.next();
                number = rows.number();
                cut |= rows.cut();
                if (row.isPresent()) {
                    return row;
                }
                rows = null;
                scan.listRead();
            }
            Optional<Frame> problem = toRows();
            if (problem.isPresent() || rows == null) {
                return problem;
            }
        }
    }

    /** Goes on to the next list; gives a problem where there is one, and leaves {@code rows} null at the end of the file. */
    private Optional<Frame> toRows() throws IOException {
        while (true) {
            byte[] bytes = window.bytes();
            for (int i = window.start(); i < window.end(); i++) {
                if (!scan.within() && bytes[i] == '{') {
                    documentOffset = window.offset(i);
                }
                switch (scan.next(bytes[i])) {
                    case ON -> {}
                    case ROW -> {
                        window.keepFrom(i);
                        rows = DocumentFramer.within(window, limits, number);
                        return Optional.empty();
                    }
                    case END -> {
                        if (!scan.sawList()) {
                            window.keepFrom(i + 1);
                            return Optional.of(new Frame(0, 0, documentOffset, number, "the document holds no list of records"));
                        }
                    }
                }
            }
            window.keepFrom(window.end());
            if (!window.more()) {
                return end();
            }
        }
    }

    private Optional<Frame> end() {
        if (!scan.within()) {
            return Optional.empty();
        }
        while (scan.within()) {
            scan.listRead();
        }
        return cut ? Optional.empty() : Optional.of(new Frame(0, 0, window.offset(window.start()), number, "the file ends within a document"));
    }
}
