package dev.spoor.ui.common;

/** Why a piece of background work gave no result. */
public sealed interface Failure {
    /** What to tell the user. */
    String message();

    /** The work was refused for a reason that the user can understand; the message says what, where and what to do. */
    record Refused(String message) implements Failure {}

    /** The program is at fault; the cause is in the log. */
    record Internal(String message) implements Failure {}
}
