package dev.spoor.rule.kept;

/** Bytes are not what they should be. */
public final class DamagedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedFileException(String message) {
        super(message);
    }
}
