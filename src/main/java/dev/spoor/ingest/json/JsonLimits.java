package dev.spoor.ingest.json;

/**
 * What a JSON document may cost. A document beyond a limit is damage and says so.
 *
 * @param maxRecordBytes longest document or line, in bytes
 * @param maxDepth       deepest nesting of objects and arrays
 * @param maxFields      most distinct paths in one document
 */
public record JsonLimits(int maxRecordBytes, int maxDepth, int maxFields) {
    /** 64 MiB, 100 levels, 100,000 paths. */
    public static final JsonLimits DEFAULT = new JsonLimits(64 << 20, 100, 100_000);
}
