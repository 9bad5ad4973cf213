package dev.spoor.rule.kept;

/** Something has no form in the files. It is then not kept; nothing is wrong with it. */
final class NotKeptException extends Exception {
    private static final long serialVersionUID = 1L;

    NotKeptException(String message) {
        super(message);
    }
}
