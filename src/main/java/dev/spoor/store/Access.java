package dev.spoor.store;

/** What a case is opened for. */
public enum Access {
    /** Looking only: several programs may read a case at the same time, also while one writes. */
    READ,
    /** Looking and changing: one program at a time. */
    WRITE
}
