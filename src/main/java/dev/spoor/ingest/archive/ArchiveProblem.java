package dev.spoor.ingest.archive;

/**
 * Something in a container that is not read, or is read although something is wrong with it.
 *
 * @param text a sentence with name and place
 * @param kind what sort of problem
 */
public record ArchiveProblem(String text, Kind kind) implements ArchiveItem {
    /** Sorts of problems. */
    public enum Kind {
        /** Damaged, unusual or of no kind that is read. */
        DAMAGE,
        /** A password is missing or wrong. */
        PASSWORD,
        /** A limit bites; the container is not read on. */
        LIMIT
    }
}
