/**
 * Walks containers: zip, 7z, tar, and files compressed with gzip, bzip2, xz or Zstandard, also a tar in one of these. {@link dev.spoor.ingest.archive.Archives} opens
 * one; the {@link dev.spoor.ingest.archive.ArchiveReader} gives its entries one after the other, and what is wrong with it in words. Nothing is written to disk under
 * a name that an archive gives. Everything is held to {@link dev.spoor.ingest.archive.ArchiveLimits}. May import {@code ingest}.
 *
 * <pre>
 * zip     = { local-header name extra data [ descriptor ] } { central-header name extra comment } [ zip64-end locator ] end comment
 * tar     = { header(512) data padding-to-512 } two-empty-blocks
 * packed  = gzip | bzip2 | xz | zstd, of one file or of a tar
 * </pre>
 *
 * The directory of a zip is read by code of our own, because it is what attacks on readers of zips lie in (entries that overlap, counts and names that do not agree);
 * data are unpacked by the JDK, Apache Commons Compress, XZ for Java, zstd-jni and zip4j.
 */
package dev.spoor.ingest.archive;
