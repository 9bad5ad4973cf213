package dev.spoor.ingest.archive;

/**
 * What the containers of one given file may cost. A limit that bites ends the reading of the container and is told with the entry at which it did; what was read before
 * stays.
 *
 * @param depth     how many containers may lie in each other; a compressed tar counts as one
 * @param entries   how many entries all of them together may have, folders and links counted
 * @param bytes     how many bytes all entries together may unpack to
 * @param ratio     how many bytes one packed byte may unpack to
 * @param ratioFrom how many unpacked bytes of a container (of an entry of a zip) are let pass before {@code ratio} counts
 * @param name      how many characters of an entry's name are kept
 * @param header    how many bytes the headers before one entry of a tar may have
 * @param memoryKiB how much memory a decoder may ask for
 * @param problems  how many problems of one container are told each; the others are counted
 */
public record ArchiveLimits(int depth, long entries, long bytes, long ratio, long ratioFrom, int name, int header, int memoryKiB, int problems) {
    /** 8 levels, 100,000 entries, 64 GiB, 1:500 from 512 MiB on, dictionaries of 128 MiB. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(8, 100_000, 64L << 30, 500, 512L << 20, 4_096, 1 << 20, 160 << 10, 1_000);

    /** The same with at most so many bytes. */
    public ArchiveLimits withBytes(long most) {
        return new ArchiveLimits(depth, entries, most, ratio, ratioFrom, name, header, memoryKiB, problems);
    }

    /** The same with at most so many entries. */
    public ArchiveLimits withEntries(long most) {
        return new ArchiveLimits(depth, most, bytes, ratio, ratioFrom, name, header, memoryKiB, problems);
    }

    /** The same with at most so many levels. */
    public ArchiveLimits withDepth(int most) {
        return new ArchiveLimits(most, entries, bytes, ratio, ratioFrom, name, header, memoryKiB, problems);
    }

    /** The same with another ratio, counted from so many bytes on. */
    public ArchiveLimits withRatio(long most, long from) {
        return new ArchiveLimits(depth, entries, bytes, most, from, name, header, memoryKiB, problems);
    }
}
