package dev.spoor.ingest.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;

/** A text file as UTF-8 bytes: a byte order mark of UTF-8 is passed over, UTF-16 (which must have one) is converted. */
final class TextBytes {
    private TextBytes() {}

    /**
     * @param in       at the first byte of text
     * @param first    offset of that byte: 3 behind a byte order mark of UTF-8, else 0
     * @param checksum CRC-32C of the bytes of the file read so far
     */
    record Source(InputStream in, long first, Checksum checksum) {}

    static Source open(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        InputStream in = new BufferedInputStream(new CheckedInputStream(Files.newInputStream(file), checksum), 1 << 16);
        in.mark(3);
        byte[] head = in.readNBytes(3);
        in.reset();
        if (utf8Mark(head)) {
            in.skipNBytes(3);
            return new Source(in, 3, checksum);
        }
        Charset wide = wide(head);
        if (wide != null) {
            in.skipNBytes(2);
            return new Source(new AsUtf8(in, wide), 0, checksum);
        }
        return new Source(in, 0, checksum);
    }

    /** The beginning of a file as UTF-8 bytes without byte order mark. */
    static byte[] head(byte[] head) {
        if (utf8Mark(head)) {
            return Arrays.copyOfRange(head, 3, head.length);
        }
        Charset wide = wide(head);
        return wide == null ? head : new String(head, 2, head.length - 2, wide).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean utf8Mark(byte[] head) {
        return head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    }

    private static Charset wide(byte[] head) {
        if (head.length < 2) {
            return null;
        }
        if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return head[0] == (byte) 0xFE && head[1] == (byte) 0xFF ? StandardCharsets.UTF_16BE : null;
    }

    /** Characters of a reader as UTF-8. */
    private static final class AsUtf8 extends InputStream {
        private final InputStreamReader reader;
        private final char[] chars = new char[8192];
        private ByteBuffer ready = ByteBuffer.allocate(0);
        private int kept;

        AsUtf8(InputStream in, Charset charset) {
            reader = new InputStreamReader(in, charset);
        }

        @Override public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override public int read(byte[] into, int at, int length) throws IOException {
            while (!ready.hasRemaining()) {
                if (!fill()) {
                    return -1;
                }
            }
            int count = Math.min(length, ready.remaining());
            ready.get(into, at, count);
            return count;
        }

        /** Converts the next characters; the first half of a pair waits for the second. */
        private boolean fill() throws IOException {
            int read = reader.read(chars, kept, chars.length - kept);
            int have = kept + Math.max(0, read);
            if (have == 0) {
                return false;
            }
            int use = read > 0 && Character.isHighSurrogate(chars[have - 1]) ? have - 1 : have;
            ready = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars, 0, use));
            kept = have - use;
            if (kept == 1) {
                chars[0] = chars[have - 1];
            }
            return true;
        }

        @Override public void close() throws IOException {
            reader.close();
        }
    }
}
