package dev.spoor.query.spl;

import dev.spoor.query.text.Diagnostic;

/** Something wrong at a place of the expanded text. Ends the reading of one command and becomes a {@link Diagnostic}; never leaves the package. */
final class SplProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final Diagnostic.Kind kind;
    private final int offset;

    SplProblem(Diagnostic.Kind kind, int offset, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.offset = offset;
    }

    static SplProblem syntax(int offset, String message) {
        return new SplProblem(Diagnostic.Kind.SYNTAX, offset, message);
    }

    static SplProblem semantic(int offset, String message) {
        return new SplProblem(Diagnostic.Kind.SEMANTIC, offset, message);
    }

    static SplProblem unsupported(int offset, String message) {
        return new SplProblem(Diagnostic.Kind.UNSUPPORTED, offset, message);
    }

    static SplProblem limit(int offset, String message) {
        return new SplProblem(Diagnostic.Kind.LIMIT, offset, message);
    }

    /** The same at another place. */
    SplProblem moved(int place) {
        return new SplProblem(kind, place, getMessage());
    }

    int offset() {
        return offset;
    }

    Diagnostic at(Expanded text) {
        return Diagnostic.at(kind, text.original(), text.origin(offset), getMessage());
    }
}
