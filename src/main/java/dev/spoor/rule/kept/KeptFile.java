package dev.spoor.rule.kept;

import dev.spoor.query.parse.Query;
import dev.spoor.rule.Rule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/** The form of a file. Its checksum tells damage, not ill will: bytes are checked when they are read, too. */
final class KeptFile {
    private static final byte[] MAGIC = "SPOORKR1".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 32;

    private KeptFile() {}

    /**
     * What is kept of a rule file.
     *
     * @param hash     SHA-256 of its bytes
     * @param readings stands before what was read
     */
    record Entry(String path, byte[] hash, Unpacker readings) {}

    /** Whether a file has a form. */
    static boolean packs(String path, KeptRules.Seen one, Function<Rule, Optional<Query.Events>> queries) {
        return entry(path, one, queries, new Packer()).isPresent();
    }

    private static Optional<byte[]> entry(String path, KeptRules.Seen one, Function<Rule, Optional<Query.Events>> queries, Packer beside) {
        Packer readings = beside.beside();
        Packer entry = beside.beside();
        try {
            ReadingForm.write(path, one.text(), one.readings(), queries, readings);
            entry.text(path);
        } catch (NotKeptException e) {
            return Optional.empty();
        }
        entry.raw(one.hash());
        entry.number(readings.bytes().length);
        entry.raw(readings.bytes());
        return Optional.of(entry.bytes());
    }

    static byte[] bytes(String made, Map<String, KeptRules.Seen> files, Function<Rule, Optional<Query.Events>> queries) {
        Packer tables = new Packer();
        List<byte[]> entries = new ArrayList<>();
        files.forEach((path, one) -> entry(path, one, queries, tables).ifPresent(entries::add));
        byte[] fields;
        try {
            fields = tables.fieldTable();
        } catch (NotKeptException e) {
            throw new IllegalStateException("names of fields are texts of rules, which have a form", e);
        }
        Packer out = new Packer();
        out.raw(MAGIC);
        byte[] head = made.getBytes(StandardCharsets.UTF_8);
        out.number(head.length);
        out.raw(head);
        out.raw(tables.textTable());
        out.raw(fields);
        out.number(entries.size());
        entries.forEach(out::raw);
        byte[] all = out.bytes();
        return ByteBuffer.allocate(all.length + Integer.BYTES).put(all).putInt(checksum(all, all.length)).array();
    }

    /** The entries of a file; none where it was made of something else. */
    static List<Entry> entries(byte[] bytes, String made) throws DamagedFileException {
        int end = bytes.length - Integer.BYTES;
        if (end < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedFileException("it is no file of rules that were read");
        }
        Unpacker head = Unpacker.of(bytes, MAGIC.length, end);
        if (!Arrays.equals(head.raw(head.count()), made.getBytes(StandardCharsets.UTF_8))) {
            return List.of();
        }
        if (ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes, end)) {
            throw new DamagedFileException("its checksum is wrong");
        }
        Unpacker in = head.withTexts().withFields();
        return in.list(() -> {
            String path = in.text();
            byte[] hash = in.raw(HASH);
            int length = in.count();
            int from = in.at();
            in.skip(length);
            return new Entry(path, hash, in.range(from, from + length));
        });
    }

    private static int checksum(byte[] bytes, int end) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, end);
        return (int) sum.getValue();
    }
}
