package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The right to change a case, held by one program at a time: a lock of the operating system on a file beside the case, so it ends with the program
 * however that ends. The database itself is not locked, because on POSIX systems a second handle on it would drop SQLite's own locks.
 */
final class CaseLock implements AutoCloseable {
    /** Far behind the text of the file, because Windows forbids others to read a locked range. */
    private static final long POSITION = 1L << 40;
    private static final int ATTEMPTS = 10;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private CaseLock(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock of a case. */
    static CaseLock take(Path file) throws StoreException {
        Path path = file.resolveSibling(file.getFileName() + ".lock");
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                CaseLock taken = attempt(file, path);
                if (taken.current()) {
                    return taken;
                }
                taken.channel.close();
            }
        } catch (IOException e) {
            throw new StoreException(Kind.READ_ONLY, "The case " + file + " cannot be opened for writing: " + path + " cannot be made (" + e.getMessage()
                    + "). Copy the case to a folder where you may write, and open the copy.", e);
        }
        throw inUse(file, "");
    }

    private static CaseLock attempt(Path file, Path path) throws IOException, StoreException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock(POSITION, 1, false);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(file, " (in this very program)");
        }
        if (lock == null) {
            String owner = Files.readString(path).lines().findFirst().orElse("");
            channel.close();
            throw inUse(file, owner.isEmpty() ? "" : " (" + owner + ")");
        }
        return new CaseLock(path, channel, lock);
    }

    private static StoreException inUse(Path file, String owner) {
        return new StoreException(Kind.IN_USE, "Another program has the case " + file + " open for writing" + owner
                + ", and only one can at a time. Close it there, then try again.");
    }

    /** Whether the locked file is still the one under that name: its former owner may have deleted it between our opening and locking it. */
    private boolean current() throws IOException {
        String mark = "process " + ProcessHandle.current().pid() + "\n" + UUID.randomUUID() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)), 0);
        return Files.exists(path) && Files.readString(path).equals(mark);
    }

    @Override public void close() throws IOException {
        Files.deleteIfExists(path);
        lock.release();
        channel.close();
    }
}
