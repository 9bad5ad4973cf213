package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The right to change a case, held by one program at a time. It is SQLite's exclusive lock on an empty file beside the case: a lock of the operating system,
 * which ends with the program however that ends. SQLite takes it because on POSIX systems a lock is lost when its program closes any other handle on the
 * file, and SQLite sees to that.
 */
final class CaseLock implements AutoCloseable {
    private static final int ATTEMPTS = 20;

    private final Path path;
    private final Connection connection;

    private CaseLock(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** Takes the lock of a case. */
    static CaseLock take(Path file) throws StoreException {
        Path path = file.resolveSibling(file.getFileName() + ".lock");
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                Optional<CaseLock> taken = attempt(file, path);
                if (taken.isPresent()) {
                    return taken.get();
                }
            }
        } catch (IOException | SQLException e) {
            throw new StoreException(Kind.READ_ONLY, "The case " + file + " cannot be opened for writing: " + path + " cannot be made (" + e.getMessage()
                    + "). Copy the case to a folder where you may write, and open the copy.", e);
        }
        throw inUse(file);
    }

    /** Empty where the file was deleted by its former owner meanwhile, so that the lock taken is on no file. */
    private static Optional<CaseLock> attempt(Path file, Path path) throws IOException, SQLException, StoreException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // Left by a program that was killed, or held by one that runs: the lock will tell.
        }
        Optional<Object> before = identity(path);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toAbsolutePath().toUri());
        try {
            Sql.execute(connection, "PRAGMA busy_timeout = 0");
            Sql.execute(connection, "BEGIN EXCLUSIVE");
        } catch (SQLException e) {
            connection.close();
            if (e instanceof SQLiteException sqlite && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code) {
                throw inUse(file);
            }
            throw e;
        }
        if (before.isPresent() && before.equals(identity(path))) {
            return Optional.of(new CaseLock(path, connection));
        }
        connection.close();
        return Optional.empty();
    }

    /** What tells the file from another one under the same name; its name where the system has nothing better. */
    private static Optional<Object> identity(Path path) throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? path : key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static StoreException inUse(Path file) {
        return new StoreException(Kind.IN_USE, "Another window or program has the case " + file
                + " open for writing, and only one can at a time. Close it there, then try again.");
    }

    /** Deletes the file while the lock is held, so that nobody holds it meanwhile. Where an open file cannot be deleted (Windows) it stays, and does no harm. */
    @Override public void close() throws IOException, SQLException {
        try (connection) {
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                Files.deleteIfExists(path);
            }
        }
    }
}
