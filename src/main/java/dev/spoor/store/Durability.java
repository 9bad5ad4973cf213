package dev.spoor.store;

/** What a finished transaction survives. Both survive the death of the program. */
public enum Durability {
    /** For loading and detection: the newest transactions may be lost, whole, when the power fails. */
    FAST,
    /** For decisions: also survives a power failure. */
    SAFE
}
