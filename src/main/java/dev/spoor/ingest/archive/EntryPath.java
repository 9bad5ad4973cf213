package dev.spoor.ingest.archive;

/** Paths of entries of containers in containers: {@code inner.zip!/logs/a.evtx} is the entry {@code logs/a.evtx} of the entry {@code inner.zip}. */
public final class EntryPath {
    /** Stands between the name of a container and the name of an entry in it. */
    public static final String SEPARATOR = "!/";

    private EntryPath() {}

    /**
     * The path of an entry.
     *
     * @param container path of the container; empty for the given file
     */
    public static String join(String container, String entry) {
        return container.isEmpty() ? entry : container + SEPARATOR + entry;
    }

    /** How a source is called in messages: the given file, or this and the entry. */
    public static String shown(String file, String entry) {
        return entry.isEmpty() ? file : file + SEPARATOR + entry;
    }
}
