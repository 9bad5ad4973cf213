package dev.spoor.workbench;

import dev.spoor.ingest.archive.PasswordSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to load, and which rules to run meanwhile.
 *
 * @param paths     files, folders and archives
 * @param options   how they are read
 * @param detect    rules whose alerts appear while the rest loads, and which run over the whole case at the end; empty: none
 * @param passwords asked where an archive is encrypted, on the thread that loads; kept nowhere
 */
public record LoadRequest(List<Path> paths, LoadOptions options, Optional<DetectRequest> detect, PasswordSource passwords) {
    public LoadRequest {
        paths = List.copyOf(paths);
    }

    /** Without passwords. */
    public LoadRequest(List<Path> paths, LoadOptions options, Optional<DetectRequest> detect) {
        this(paths, options, detect, PasswordSource.NONE);
    }
}
