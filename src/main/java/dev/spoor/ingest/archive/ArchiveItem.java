package dev.spoor.ingest.archive;

/** What an {@link ArchiveReader} gives. */
public sealed interface ArchiveItem permits ArchiveEntry, ArchiveProblem {}
