package dev.spoor.rule.exchange;

/** A form cannot say what an exception says, or an exception cannot say what a form says. The message says what and why. */
final class NotSayable extends Exception {
    private static final long serialVersionUID = 1L;

    NotSayable(String message) {
        super(message);
    }
}
