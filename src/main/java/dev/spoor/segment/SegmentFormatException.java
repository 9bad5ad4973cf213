package dev.spoor.segment;

import java.io.IOException;

/** Stored columns that are damaged, or written by a newer version. The message says what was found and what was expected. */
public final class SegmentFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public SegmentFormatException(String message) {
        super(message);
    }
}
