package dev.spoor.ingest.archive;

import dev.spoor.ingest.archive.ArchiveProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A zip by its directory, or without one by the headers before the entries. Places are those of these headers. */
final class ZipReader implements ArchiveReader {
    private static final Map<Integer, String> METHODS = Map.of(1, "Shrink", 6, "Implode", 19, "LZ77", 20, "Zstandard (old)", 97, "WavPack", 98, "PPMd");
    private final FileChannel channel;
    private final ArchiveBudget budget;
    private final EntryNames names;
    private final ZipKeys keys;
    private final ZipMembers members;
    /** Begins and ends of the entries so far: data that two entries share multiply what comes out, and no honest writer does that. */
    private final TreeMap<Long, Long> taken = new TreeMap<>();
    private final Deque<ArchiveItem> ready = new ArrayDeque<>();
    private EntryStream current;
    private ZipContent plain;
    private long data;
    private boolean ended;

    ZipReader(FileChannel channel, String name, ArchiveBudget budget, PasswordSource passwords) throws IOException {
        this.channel = channel;
        this.budget = budget;
        names = new EntryNames(budget.limits());
        keys = new ZipKeys(channel, name, passwords);
        Optional<ZipDirectory> directory = ZipDirectory.find(channel);
        members = directory.isPresent() ? directory.get() : new ZipScan(channel);
    }

    @Override public String format() {
        return ContainerFormat.ZIP.word();
    }

    @Override public Optional<ArchiveItem> next() {
        while (ready.isEmpty() && !ended) {
            try {
                leaveEntry();
                Optional<ZipMember> member = members.next();
                members.problem().ifPresent(text -> ready.add(new ArchiveProblem(text, Kind.DAMAGE)));
                ended = member.isEmpty();
                if (member.isPresent()) {
                    take(member.get());
                }
            } catch (IOException e) {
                ready.add(new ArchiveProblem("it cannot be read on: " + Guarded.reason(e), Kind.DAMAGE));
                ended = true;
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private void leaveEntry() throws IOException {
        if (current != null) {
            if (plain != null && plain.used() >= 0) {
                members.ended(data + plain.used());
            }
            current.close();
            current = null;
            plain = null;
        }
    }

    private void take(ZipMember member) {
        String name = names.shown(member.name());
        String where = "at byte " + member.header();
        if (!budget.entry()) {
            ready.add(Problems.tooMany(budget, name, where));
            ended = true;
            return;
        }
        if (member.folder()) {
            return;
        }
        names.odd(member.name()).ifPresent(odd -> ready.add(Problems.entry(name, where, odd)));
        if (member.link()) {
            ready.add(Problems.entry(name, where, "is a symbolic link; links are not followed"));
            return;
        }
        try {
            open(member, name, where);
        } catch (IOException e) {
            ready.add(Problems.entry(name, where, "cannot be unpacked: " + Guarded.reason(e)));
        }
    }

    private void open(ZipMember member, String name, String where) throws IOException {
        ByteBuffer local = ZipDirectory.read(channel, member.header(), ZipMember.LOCAL_SIZE);
        if (member.header() < 0 || local.limit() < ZipMember.LOCAL_SIZE || local.getInt(0) != ZipMember.LOCAL) {
            ready.add(Problems.entry(name, where, "is not there: no header stands at this place; not read"));
            return;
        }
        data = member.header() + ZipMember.LOCAL_SIZE + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        long end = member.packed() < 0 || data + member.packed() < data ? channel.size() : data + member.packed();
        if (overlaps(member.header(), Math.max(data, member.packed() < 0 ? data : Math.min(end, channel.size())))) {
            ready.add(Problems.entry(name, where, "overlaps another entry; not read"));
            return;
        }
        RegionStream region = new RegionStream(channel, data, end);
        Optional<InputStream> content = member.encrypted() ? keys.open(member, data) : ZipContent.of(member, region, budget.limits());
        if (content.isEmpty()) {
            ready.add(member.encrypted() ? Problems.password(name, where, keys.tried())
                    : Problems.entry(name, where, "is packed with " + METHODS.getOrDefault(member.method(), "method " + member.method()) + ", which is not read"));
            return;
        }
        plain = content.get() instanceof ZipContent unpacked ? unpacked : null;
        long from = data;
        current = new EntryStream(content.get(), new Meter(budget, () -> member.encrypted() ? Math.max(1, member.packed()) : region.position() - from));
        ready.add(new ArchiveEntry(name, where, member.size(), current));
    }

    /** Whether a stretch meets one that was taken before; takes it if not. */
    private boolean overlaps(long from, long end) {
        Map.Entry<Long, Long> before = taken.lowerEntry(Math.max(end, from + 1));
        if (before != null && before.getValue() > from) {
            return true;
        }
        taken.put(from, Math.max(end, from + 1));
        return false;
    }

    @Override public long position() {
        return taken.isEmpty() ? 0 : taken.lastEntry().getValue();
    }

    @Override public void close() throws IOException {
        try (channel) {
            leaveEntry();
        }
    }
}
