package dev.spoor.workbench;

import dev.spoor.ingest.archive.EntryPath;
import java.nio.file.Path;
import java.util.List;

/**
 * Bytes that are about to be loaded: a given file, or an entry of a container.
 *
 * @param path     the file as given to load
 * @param entry    path of the entry in it, see {@link EntryPath}; empty for the file itself
 * @param content  where the bytes are: the file, or a temporary file
 * @param hash     what the bytes are
 * @param problems what went wrong when they were unpacked
 */
record Evidence(String path, String entry, Path content, EvidenceHash hash, List<String> problems) {
    Evidence {
        problems = List.copyOf(problems);
    }

    /** How it is called in messages. */
    String name() {
        return EntryPath.shown(path, entry);
    }

    /** A message of a reader, which knows only where the bytes are, with the name in place of that. */
    String named(String message) {
        return entry.isEmpty() ? message : message.replace(content.toString(), name());
    }

    /** How many bytes there are. */
    long size() {
        return hash.size();
    }

    /** SHA-256 of the bytes, lower-case hex. */
    String sha256() {
        return hash.sha256();
    }

    boolean unpacked() {
        return !entry.isEmpty();
    }
}
