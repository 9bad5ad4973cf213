package dev.spoor.ui.exceptions;

/** Tells in words what was done. */
public interface Notice {
    /** Without a way back. */
    void say(String words);

    /** With a way back, offered until the next notice. */
    void say(String words, Runnable undo);
}
