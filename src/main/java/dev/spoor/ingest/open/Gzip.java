package dev.spoor.ingest.open;

import dev.spoor.ingest.IngestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip (RFC 1952) into a temporary file, so that formats which jump about in a file can be read too. */
final class Gzip {
    private Gzip() {}

    static boolean recognises(byte[] head) {
        return head.length > 2 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8;
    }

    static Path unpack(Path file, long maxBytes) throws IngestException {
        Path temporary = null;
        boolean done = false;
        try {
            temporary = Files.createTempFile("spoor-", ".unpacked");
            copy(file, temporary, maxBytes);
            done = true;
            return temporary;
        } catch (IOException e) {
            throw new IngestException("cannot unpack " + file + ": " + e.getMessage(), e);
        } finally {
            if (!done && temporary != null) {
                delete(temporary);
            }
        }
    }

    private static void copy(Path file, Path temporary, long maxBytes) throws IOException, IngestException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), buffer.length); OutputStream out = Files.newOutputStream(temporary)) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                total += read;
                if (total > maxBytes) {
                    throw new IngestException(file + " unpacks to more than the limit of " + maxBytes + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** Deletes a temporary file; where that fails now it is done when the program ends. */
    static void delete(Path temporary) {
        if (!temporary.toFile().delete()) {
            temporary.toFile().deleteOnExit();
        }
    }
}
