package dev.spoor.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** The one entry of a compressed file. */
final class SingleReader implements ArchiveReader {
    private final ContainerFormat format;
    private final FileChannel channel;
    private final RegionStream packed;
    private final EntryStream content;
    private final ArchiveBudget budget;
    private final String name;
    private boolean given;

    SingleReader(ContainerFormat format, FileChannel channel, RegionStream packed, InputStream content, String name, ArchiveBudget budget) {
        this.format = format;
        this.channel = channel;
        this.packed = packed;
        this.content = new EntryStream(content, new Meter(budget, packed::position));
        this.name = name;
        this.budget = budget;
    }

    @Override public String format() {
        return format.word();
    }

    @Override public Optional<ArchiveItem> next() {
        if (given) {
            return Optional.empty();
        }
        given = true;
        EntryNames names = new EntryNames(budget.limits());
        return Optional.of(budget.entry() ? new ArchiveEntry(names.shown(name), "", -1, content) : Problems.tooMany(budget, names.shown(name), "at byte 0"));
    }

    @Override public long position() {
        return packed.position();
    }

    @Override public void close() throws IOException {
        try (channel) {
            content.close();
        }
    }
}
