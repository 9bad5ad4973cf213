package dev.spoor.ingest.open;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.archive.ArchiveEntry;
import dev.spoor.ingest.archive.ArchiveLimitException;
import dev.spoor.job.Job;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Temporary files for entries of containers. An entry is unpacked whole before it is read, because its hash must be known before its first event, and because some
 * formats jump about. The files lie in a folder of their own that is deleted on closing; what a killed program left is deleted by the next one: the folder's lock, which ends
 * with the program, tells. Not thread-safe.
 */
public final class EntryFiles implements Closeable {
    private static final String PREFIX = "spoor-unpacked-";
    /** Folders of this program, which it must not look at: opening and closing a lock's file would give up the lock. */
    private static final String OWN = PREFIX + ProcessHandle.current().pid() + "-"
            + ProcessHandle.current().info().startInstant().map(start -> Long.toString(start.toEpochMilli(), Character.MAX_RADIX)).orElse("0") + "-";
    private static final String LOCK = "lock";
    /** A folder that is younger and whose lock has no byte yet may be one whose lock is just being taken. */
    private static final long YOUNG_MILLIS = 60_000;
    private final Path folder;
    private final FileChannel lock;
    private long files;

    private EntryFiles(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder, in the system's folder for temporary files.
     *
     * @throws IngestException if that cannot be done
     */
    public static EntryFiles create() throws IngestException {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * Deletes what programs that were killed have left; those that run keep theirs.
     *
     * @throws IngestException if the system's folder for temporary files cannot be read, or something in it cannot be deleted
     */
    public static void deleteAbandoned() throws IngestException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(parent);
        } catch (IOException e) {
            throw new IngestException("temporary files of an earlier load in " + parent + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Makes the folder in another one, and deletes what was left there. */
    static EntryFiles in(Path parent) throws IngestException {
        try {
            sweep(parent);
            Path folder = Files.createTempDirectory(parent, OWN);
            FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IOException("its lock cannot be had");
            }
            lock.write(ByteBuffer.wrap(new byte[] {1}));
            return new EntryFiles(folder, lock);
        } catch (IOException e) {
            throw new IngestException("archives cannot be unpacked: no temporary folder can be made in " + parent + ": " + e.getMessage(), e);
        }
    }

    private static void sweep(Path parent) throws IOException {
        long young = System.currentTimeMillis() - YOUNG_MILLIS;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : left) {
                boolean locked = folder.resolve(LOCK).toFile().length() > 0;
                boolean own = folder.getFileName().toString().startsWith(OWN);
                if (!own && (locked || folder.toFile().lastModified() < young) && abandoned(folder)) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean abandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE); FileLock held = channel.tryLock()) {
            return held != null;
        } catch (IOException | OverlappingFileLockException e) {
            // Somebody else's, or in use by this program.
            return false;
        }
    }

    /**
     * Unpacks an entry.
     *
     * @param job asked whether to go on, and told the bytes so far
     * @throws IngestException if the temporary file cannot be written; damage of the entry is in the answer instead
     */
    public UnpackedEntry unpack(ArchiveEntry entry, Job job) throws IngestException {
        Path file = folder.resolve(++files + ".unpacked");
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            Optional<String> problem = Optional.empty();
            boolean limit = false;
            int count = 0;
            while (count >= 0) {
                job.check();
                try {
                    count = entry.content().read(buffer);
                } catch (ArchiveLimitException e) {
                    problem = Optional.of(e.getMessage());
                    limit = true;
                    count = -1;
                } catch (IOException e) {
                    problem = Optional.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
                    count = -1;
                }
                if (count > 0) {
                    out.write(buffer, 0, count);
                    digest.update(buffer, 0, count);
                    size += count;
                    job.report(entry.name(), size, entry.size());
                }
            }
            return new UnpackedEntry(file, size, HexFormat.of().formatHex(digest.digest()), problem, limit);
        } catch (IOException e) {
            throw new IngestException("the entry " + entry.name() + " cannot be unpacked to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Deletes the file of an entry. */
    public void delete(UnpackedEntry entry) throws IngestException {
        try {
            Files.deleteIfExists(entry.file());
        } catch (IOException e) {
            throw new IngestException("the temporary file " + entry.file() + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    @Override public void close() throws IOException {
        lock.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
