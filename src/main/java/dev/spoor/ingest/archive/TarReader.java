package dev.spoor.ingest.archive;

import dev.spoor.ingest.archive.ArchiveProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar, plain or compressed, from its beginning to its end: ustar, GNU and PAX headers, sparse files. Places are bytes of the unpacked tar. */
final class TarReader implements ArchiveReader {
    private static final int BLOCK = 512;
    private final String format;
    private final FileChannel channel;
    private final RegionStream packed;
    private final HeaderStream headers;
    private final TarArchiveInputStream tar;
    private final ArchiveBudget budget;
    private final Meter meter;
    private final EntryNames names;
    private final Deque<ArchiveItem> ready = new ArrayDeque<>();
    private String last = "(none)";
    private EntryStream current;
    private boolean ended;

    TarReader(String format, FileChannel channel, RegionStream packed, InputStream unpacked, ArchiveBudget budget) {
        this.format = format;
        this.channel = channel;
        this.packed = packed;
        this.budget = budget;
        headers = new HeaderStream(unpacked, budget.limits().header());
        tar = new TarArchiveInputStream(headers, true);
        meter = new Meter(budget, packed::position);
        names = new EntryNames(budget.limits());
    }

    @Override public String format() {
        return format;
    }

    @Override public Optional<ArchiveItem> next() {
        while (ready.isEmpty() && !ended) {
            if (leaveEntry()) {
                readHeader();
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    /** Reads the rest of the entry before; false if that does not work, in which case the next header cannot be found. */
    private boolean leaveEntry() {
        if (current == null) {
            return true;
        }
        String why = "it could not be read to its end";
        if (!current.failed()) {
            try {
                current.drain();
                return true;
            } catch (IOException e) {
                why = Guarded.reason(e);
            }
        }
        end("what follows the entry \"" + last + "\" cannot be found: " + why, Kind.DAMAGE);
        return false;
    }

    private void readHeader() {
        current = null;
        long before = headers.position();
        String where = "at byte " + (headers.position() + BLOCK - 1) / BLOCK * BLOCK;
        try {
            headers.header();
            Optional<TarArchiveEntry> entry = Optional.ofNullable(Guarded.run(tar::getNextEntry));
            headers.content();
            if (entry.isEmpty()) {
                ended = true;
                if (headers.position() - before < BLOCK) {
                    end("it has no end mark behind the entry \"" + last + "\"; it is probably cut off", Kind.DAMAGE);
                }
            } else if (entry.get().isCheckSumOK()) {
                take(entry.get(), where);
            } else {
                end("the header " + where + " is damaged: its checksum is wrong; what follows the entry \"" + last + "\" is not read", Kind.DAMAGE);
            }
        } catch (ArchiveLimitException e) {
            end("the entry " + where + ": " + Guarded.reason(e) + "; it and what follows is not read", Kind.LIMIT);
        } catch (IOException e) {
            end("the header " + where + " cannot be read: " + Guarded.reason(e) + "; what follows the entry \"" + last + "\" is not read", Kind.DAMAGE);
        }
    }

    private void take(TarArchiveEntry entry, String where) {
        String name = names.shown(entry.getName());
        last = name;
        if (!budget.entry()) {
            ready.add(Problems.tooMany(budget, name, where));
            ended = true;
            return;
        }
        current = new EntryStream(tar, meter);
        if (entry.isDirectory()) {
            return;
        }
        names.odd(entry.getName()).ifPresent(odd -> ready.add(Problems.entry(name, where, odd)));
        if (entry.isSymbolicLink() || entry.isLink()) {
            String kind = entry.isLink() ? "a hard link" : "a symbolic link";
            ready.add(Problems.entry(name, where, "is " + kind + " to \"" + names.shown(entry.getLinkName()) + "\"; links are not followed"));
        } else if (!entry.isFile()) {
            ready.add(Problems.entry(name, where, "is neither file nor folder; not read"));
        } else {
            ready.add(new ArchiveEntry(name, where, entry.getRealSize(), current));
        }
    }

    private void end(String problem, Kind kind) {
        ready.add(new ArchiveProblem(problem, kind));
        ended = true;
    }

    @Override public long position() {
        return packed.position();
    }

    @Override public void close() throws IOException {
        try (channel) {
            tar.close();
        }
    }
}
