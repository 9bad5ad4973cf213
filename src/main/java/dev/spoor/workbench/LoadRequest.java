package dev.spoor.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to load, and which rules to run meanwhile.
 *
 * @param paths   files and folders
 * @param options how they are read
 * @param detect  rules whose alerts appear while the rest loads, and which run over the whole case at the end; empty: none
 */
public record LoadRequest(List<Path> paths, LoadOptions options, Optional<DetectRequest> detect) {
    public LoadRequest {
        paths = List.copyOf(paths);
    }
}
