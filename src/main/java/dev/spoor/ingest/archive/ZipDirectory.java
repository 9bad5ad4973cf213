package dev.spoor.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** The directory at the end of a zip, read entry by entry, so that its length costs no memory. Bytes before the first entry (a program that unpacks itself) are allowed for. */
final class ZipDirectory implements ZipMembers {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int END64 = 0x06064b50;
    private static final int END64_SIZE = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private final RegionStream in;
    private final long shift;
    private final long told;
    private long found;
    private Optional<String> problem = Optional.empty();

    private ZipDirectory(FileChannel channel, long begin, long end, long shift, long told) throws IOException {
        in = new RegionStream(channel, begin, end);
        this.shift = shift;
        this.told = told;
    }

    /** The directory, or empty where there is none: the file is cut off or its end is damaged. */
    static Optional<ZipDirectory> find(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer tail = read(channel, Math.max(0, size - END_SIZE - LONGEST_COMMENT), (int) Math.min(size, END_SIZE + LONGEST_COMMENT));
        for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_SIZE + (tail.getShort(at + 20) & 0xFFFF) <= tail.limit()) {
                Optional<ZipDirectory> directory = at(channel, size - tail.limit() + at, tail.slice(at, END_SIZE).order(ByteOrder.LITTLE_ENDIAN));
                if (directory.isPresent()) {
                    return directory;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ZipDirectory> at(FileChannel channel, long end, ByteBuffer record) throws IOException {
        long entries = record.getShort(10) & 0xFFFF;
        long length = record.getInt(12) & 0xFFFFFFFFL;
        long offset = record.getInt(16) & 0xFFFFFFFFL;
        long behind = end;
        ByteBuffer locator = read(channel, Math.max(0, end - LOCATOR_SIZE), LOCATOR_SIZE);
        if (locator.limit() == LOCATOR_SIZE && locator.getInt(0) == LOCATOR) {
            long place = locator.getLong(8);
            ByteBuffer large = place < 0 || place > end ? ByteBuffer.allocate(0) : read(channel, place, END64_SIZE);
            if (large.limit() == END64_SIZE && large.getInt(0) == END64) {
                entries = large.getLong(32);
                length = large.getLong(40);
                offset = large.getLong(48);
                behind = place;
            }
        }
        long begin = length < 0 ? -1 : behind - length;
        if (length == 0 && entries == 0) {
            return Optional.of(new ZipDirectory(channel, end, end, 0, 0));
        }
        if (begins(channel, offset, behind)) {
            return Optional.of(new ZipDirectory(channel, offset, behind, 0, entries));
        }
        return length > 0 && begins(channel, begin, behind) ? Optional.of(new ZipDirectory(channel, begin, behind, begin - offset, entries)) : Optional.empty();
    }

    private static boolean begins(FileChannel channel, long at, long end) throws IOException {
        return at >= 0 && at < end - ZipMember.CENTRAL_SIZE && read(channel, at, 4).getInt(0) == ZipMember.CENTRAL;
    }

    /** Bytes of the file; fewer where it ends before. */
    static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        return ByteBuffer.wrap(new RegionStream(channel, from, from + length).readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override public Optional<ZipMember> next() throws IOException {
        long place = in.position();
        ByteBuffer fixed = ByteBuffer.wrap(in.readNBytes(ZipMember.CENTRAL_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        if (fixed.limit() < ZipMember.CENTRAL_SIZE || fixed.getInt(0) != ZipMember.CENTRAL) {
            if (found != told) {
                problem = Optional.of("the directory tells of " + Long.toUnsignedString(told) + " entries and has " + found + " (it ends at byte " + place + ")");
            }
            return Optional.empty();
        }
        byte[] name = in.readNBytes(fixed.getShort(28) & 0xFFFF);
        ByteBuffer extra = ByteBuffer.wrap(in.readNBytes(fixed.getShort(30) & 0xFFFF));
        in.skip(fixed.getShort(32) & 0xFFFF);
        found++;
        ZipMember member = ZipMember.central(fixed, name, extra);
        return Optional.of(new ZipMember(member.name(), member.flags(), member.method(), member.crc(), member.packed(), member.size(), member.link(), member.header() + shift, -1));
    }

    @Override public Optional<String> problem() {
        Optional<String> once = problem;
        problem = Optional.empty();
        return once;
    }

    @Override public void ended(long position) {}
}
