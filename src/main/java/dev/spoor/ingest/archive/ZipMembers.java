package dev.spoor.ingest.archive;

import java.io.IOException;
import java.util.Optional;

/** The entries of a zip one after the other. Not thread-safe. */
interface ZipMembers {
    /** The next entry, or empty at the end. */
    Optional<ZipMember> next() throws IOException;

    /** Something that is wrong with the whole, told once, or empty. */
    Optional<String> problem();

    /** Says where the data of the last entry ended, as far as reading it showed. */
    void ended(long position);
}
