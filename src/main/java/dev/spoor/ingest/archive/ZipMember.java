package dev.spoor.ingest.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a zip says of an entry (APPNOTE.TXT of PKWARE, 4.3.7 and 4.3.12).
 *
 * @param name   as spelt
 * @param flags  general purpose bits
 * @param method of compression; 99 for AES
 * @param packed bytes as stored, -1 where it is not told
 * @param size   unpacked bytes, -1 where it is not told
 * @param link   whether it is a symbolic link of Unix
 * @param header where its local header is
 * @param data   where its data are, -1 if only the local header knows
 */
record ZipMember(String name, int flags, int method, long crc, long packed, long size, boolean link, long header, long data) {
    static final int LOCAL = 0x04034b50;
    static final int LOCAL_SIZE = 30;
    static final int CENTRAL = 0x02014b50;
    static final int CENTRAL_SIZE = 46;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIPTOR = 8;
    private static final int ZIP64 = 1;
    private static final int UNICODE_PATH = 0x7075;
    private static final int UNIX = 3;
    private static final long UNKNOWN = 0xFFFFFFFFL;
    private static final int KIND = 0xF000;
    private static final int SYMLINK = 0xA000;

    boolean encrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    /** Whether sizes and checksum follow the data. */
    boolean described() {
        return (flags & DESCRIPTOR) != 0;
    }

    boolean folder() {
        return (name.endsWith("/") || name.endsWith("\\")) && size <= 0;
    }

    /** An entry of the directory. */
    static ZipMember central(ByteBuffer fixed, byte[] name, ByteBuffer extra) {
        fixed.order(ByteOrder.LITTLE_ENDIAN);
        boolean link = fixed.get(5) == UNIX && (fixed.getShort(40) & KIND) == SYMLINK;
        return of(fixed.getShort(8), fixed.getShort(10), new long[] {u32(fixed, 16), u32(fixed, 24), u32(fixed, 20), u32(fixed, 42)}, name, extra, link, -1);
    }

    /** An entry by its own header alone. */
    static ZipMember local(ByteBuffer fixed, byte[] name, ByteBuffer extra, long header) {
        fixed.order(ByteOrder.LITTLE_ENDIAN);
        long data = header + LOCAL_SIZE + name.length + extra.limit();
        ZipMember told = of(fixed.getShort(6), fixed.getShort(8), new long[] {u32(fixed, 14), u32(fixed, 22), u32(fixed, 18), 0}, name, extra, false, data);
        boolean open = told.described() && told.packed == 0;
        return new ZipMember(told.name, told.flags, told.method, told.crc, open ? -1 : told.packed, open ? -1 : told.size, false, header, data);
    }

    /** Numbers are checksum, size, packed size, place of the header; those that are too large stand in a field of extra, in this order. */
    private static ZipMember of(int flags, int method, long[] numbers, byte[] name, ByteBuffer extra, boolean link, long data) {
        extra.order(ByteOrder.LITTLE_ENDIAN);
        String text = EntryText.dos(name);
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int id = extra.getShort(at) & 0xFFFF;
            int end = at + 4 + (extra.getShort(at + 2) & 0xFFFF);
            if (end > extra.limit()) {
                break;
            }
            int from = at + 4;
            if (id == ZIP64) {
                for (int i = 1; i < numbers.length; i++) {
                    if (numbers[i] == UNKNOWN && from + 8 <= end) {
                        numbers[i] = extra.getLong(from);
                        from += 8;
                    }
                }
            } else if (id == UNICODE_PATH && end - from > 5) {
                byte[] utf8 = new byte[end - from - 5];
                extra.get(from + 5, utf8);
                text = new String(utf8, StandardCharsets.UTF_8);
            }
            at = end;
        }
        return new ZipMember(text, flags & 0xFFFF, method & 0xFFFF, numbers[0], numbers[2], numbers[1], link, numbers[3], data);
    }

    private static long u32(ByteBuffer buffer, int at) {
        return buffer.getInt(at) & 0xFFFFFFFFL;
    }
}
