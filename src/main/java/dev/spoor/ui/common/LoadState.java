package dev.spoor.ui.common;

/** Whether a screen has its data. */
public sealed interface LoadState {
    /** Being fetched. */
    record Loading() implements LoadState {}

    /** Could not be fetched; the message says why. */
    record Failed(String message) implements LoadState {}

    /** There. */
    record Ready() implements LoadState {}
}
