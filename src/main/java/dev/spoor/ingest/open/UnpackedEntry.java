package dev.spoor.ingest.open;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An entry of a container, unpacked into a temporary file.
 *
 * @param file    the temporary file
 * @param size    its bytes
 * @param sha256  lower-case hex of its bytes
 * @param problem why the entry could not be unpacked to its end, or what is wrong with it although it was; the file holds what could be read
 * @param limit   whether it was a limit that ended the unpacking
 */
public record UnpackedEntry(Path file, long size, String sha256, Optional<String> problem, boolean limit) {}
