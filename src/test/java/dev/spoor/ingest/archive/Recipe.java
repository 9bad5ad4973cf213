package dev.spoor.ingest.archive;

import com.github.luben.zstd.ZstdOutputStream;
import dev.spoor.sample.SampleLogs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Makes archives from a line of text: {@code zip(a.ndjson, inner.tar.gz=gz(tar(b.ndjson)))}.
 *
 * <pre>
 * item = [name "="] kind "(" [item {"," item}] ")" | name
 * kind = zip | zipcrypto | aes | 7z | 7zpassword | tar | gz | bz2 | xz | zst | half
 * </pre>
 *
 * A name alone is a file: two documents for {@code .ndjson}, a binary log for {@code .evtx}, nothing for {@code .empty}, a link for {@code .link} (in a tar), else words.
 * {@code half} is the first half of the bytes. The password is {@code s3cret}.
 */
public final class Recipe {
    /** Password of the encrypted kinds. */
    public static final String PASSWORD = "s3cret";
    private static final List<String> KINDS = List.of("zip", "zipcrypto", "aes", "7z", "7zpassword", "tar", "gz", "bz2", "xz", "zst", "half");
    private final String text;
    private int at;

    private record Item(String name, byte[] bytes) {}

    private Recipe(String text) {
        this.text = text;
    }

    /** The bytes of a recipe. */
    public static byte[] make(String recipe) {
        try {
            return new Recipe(recipe).item().bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file that stands in a recipe by its name. */
    public static byte[] file(String name) {
        if (name.endsWith(".empty") || name.endsWith(".link")) {
            return new byte[0];
        }
        if (name.endsWith(".evtx")) {
            return SampleLogs.files().entrySet().stream().filter(log -> log.getKey().endsWith(".evtx")).findFirst().orElseThrow().getValue();
        }
        if (name.endsWith("long.ndjson")) {
            StringBuilder lines = new StringBuilder();
            Random random = new Random(7);
            for (int i = 0; i < 400; i++) {
                lines.append("{\"@timestamp\":\"2024-05-01T10:00:00Z\",\"n\":").append(i).append(",\"id\":\"").append(Long.toHexString(random.nextLong())).append("\"}\n");
            }
            return lines.toString().getBytes(StandardCharsets.UTF_8);
        }
        String base = name.replaceFirst(" #.*", "");
        String text = name.contains(".ndjson") ? "{\"@timestamp\":\"2024-05-01T10:00:00Z\",\"host\":{\"name\":\"ca01\"},\"file\":\"" + base.replaceAll("\\W", "_") + "\",\"n\":1}\n"
                + "{\"@timestamp\":\"2024-05-01T10:00:01Z\",\"host\":{\"name\":\"ca01\"},\"n\":2}\n" : "Minutes of the meeting at Northwind Fabrication, " + name;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Item item() throws IOException {
        int from = at;
        while (at < text.length() && "=(,)".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at).strip();
        char end = at < text.length() ? text.charAt(at) : 0;
        if (end == '=') {
            at++;
            return new Item(word, item().bytes);
        }
        if (end != '(' || !KINDS.contains(word)) {
            return new Item(word, file(word));
        }
        List<Item> items = new ArrayList<>();
        while (text.charAt(at) != ')') {
            at++;
            if (text.charAt(at) != ')') {
                items.add(item());
            }
        }
        at++;
        return new Item("unnamed", pack(word, items));
    }

    private static byte[] pack(String kind, List<Item> items) throws IOException {
        return switch (kind) {
            case "zip" -> zip(items);
            case "zipcrypto", "aes" -> encrypted(items, kind.equals("aes"));
            case "7z", "7zpassword" -> sevenZip(items, kind.equals("7zpassword"));
            case "tar" -> tar(items);
            case "half" -> Arrays.copyOf(items.getFirst().bytes, items.getFirst().bytes.length / 2);
            default -> compressed(kind, items.getFirst().bytes);
        };
    }

    private static byte[] zip(List<Item> items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Item item : items) {
                zip.putArchiveEntry(new ZipArchiveEntry(item.name));
                zip.write(item.bytes);
                zip.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] encrypted(List<Item> items, boolean aes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, PASSWORD.toCharArray())) {
            for (Item item : items) {
                ZipParameters parameters = new ZipParameters();
                parameters.setFileNameInZip(item.name);
                parameters.setEncryptFiles(true);
                parameters.setEncryptionMethod(aes ? EncryptionMethod.AES : EncryptionMethod.ZIP_STANDARD);
                zip.putNextEntry(parameters);
                zip.write(item.bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] sevenZip(List<Item> items, boolean encrypted) throws IOException {
        Path file = Files.createTempFile("recipe", ".7z");
        try {
            try (SevenZOutputFile out = encrypted ? new SevenZOutputFile(file.toFile(), PASSWORD.toCharArray()) : new SevenZOutputFile(file.toFile())) {
                for (Item item : items) {
                    SevenZArchiveEntry entry = new SevenZArchiveEntry();
                    entry.setName(item.name);
                    out.putArchiveEntry(entry);
                    out.write(item.bytes);
                    out.closeArchiveEntry();
                }
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] tar(List<Item> items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Item item : items) {
                boolean link = item.name.endsWith(".link");
                TarArchiveEntry entry = link ? new TarArchiveEntry(item.name, TarConstants.LF_SYMLINK) : new TarArchiveEntry(item.name, true);
                if (link) {
                    entry.setLinkName("/etc/shadow");
                }
                entry.setSize(item.bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(item.bytes);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] compressed(String kind, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = switch (kind) {
            case "gz" -> new GZIPOutputStream(out);
            case "bz2" -> new BZip2CompressorOutputStream(out);
            case "xz" -> new XZOutputStream(out, new LZMA2Options(1));
            case "zst" -> new ZstdOutputStream(out);
            default -> throw new IllegalArgumentException(kind);
        }) {
            new ByteArrayInputStream(bytes).transferTo(packed);
        }
        return out.toByteArray();
    }
}
