package dev.spoor.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** The entries of a zip without a directory, by the header before each: the first one at or behind the end of the entry before. */
final class ZipScan implements ZipMembers {
    private static final int PIECE = 1 << 16;
    private final FileChannel channel;
    private long at;
    private boolean told;

    ZipScan(FileChannel channel) {
        this.channel = channel;
    }

    @Override public Optional<ZipMember> next() throws IOException {
        long header = header();
        if (header < 0) {
            return Optional.empty();
        }
        ByteBuffer fixed = ZipDirectory.read(channel, header, ZipMember.LOCAL_SIZE);
        if (fixed.limit() < ZipMember.LOCAL_SIZE) {
            at = Long.MAX_VALUE;
            return Optional.empty();
        }
        int length = fixed.getShort(26) & 0xFFFF;
        ByteBuffer name = ZipDirectory.read(channel, header + ZipMember.LOCAL_SIZE, length);
        ByteBuffer extra = ZipDirectory.read(channel, header + ZipMember.LOCAL_SIZE + length, fixed.getShort(28) & 0xFFFF);
        ZipMember member = ZipMember.local(fixed, name.array(), extra, header);
        at = member.data() + Math.max(0, member.packed());
        if (at < header) {
            at = Long.MAX_VALUE;
        }
        return Optional.of(member);
    }

    /** The place of the next header, -1 for none. */
    private long header() throws IOException {
        while (at < channel.size()) {
            ByteBuffer piece = ZipDirectory.read(channel, at, PIECE);
            for (int i = 0; i + 4 <= piece.limit(); i++) {
                if (piece.getInt(i) == ZipMember.LOCAL) {
                    return at + i;
                }
            }
            at += Math.max(4, piece.limit()) - 3;
        }
        return -1;
    }

    @Override public Optional<String> problem() {
        if (told) {
            return Optional.empty();
        }
        told = true;
        return Optional.of("it has no directory at its end, it is probably cut off; its entries are read in the order of the file");
    }

    @Override public void ended(long position) {
        at = Math.max(at, position);
    }
}
