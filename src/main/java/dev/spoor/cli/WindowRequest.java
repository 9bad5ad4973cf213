package dev.spoor.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the window should show.
 *
 * @param caseFile     the case; empty: none yet
 * @param sampleFolder where the sample case lives
 */
public record WindowRequest(Optional<Path> caseFile, Path sampleFolder) {}
