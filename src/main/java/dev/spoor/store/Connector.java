package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to one file, with the settings that a case needs. */
record Connector(Path file) {
    private static final int PAGE_SIZE = 2_048;
    private static final int CACHE_KIB = 32 * 1024;
    private static final int BUSY_MILLIS = 5_000;

    /** A connection to a new file. The file becomes a case by the migrations. */
    Connection creating() throws StoreException {
        SQLiteConfig config = config();
        config.setEncoding(SQLiteConfig.Encoding.UTF8);
        Connection connection = connect(config, "");
        // The size of pages cannot be changed once the write-ahead log is in use.
        configured(connection, "PRAGMA page_size = " + PAGE_SIZE);
        configured(connection, "PRAGMA journal_mode = WAL");
        return configured(connection, "PRAGMA application_id = " + Migrations.APPLICATION_ID);
    }

    /** The connection that writes. */
    Connection writer() throws StoreException {
        checkFile();
        if (!Files.isWritable(file)) {
            throw new StoreException(Kind.READ_ONLY, "The case " + file + " can only be read, expected to be allowed to write. Copy it to a folder where you may write, "
                    + "and open the copy.");
        }
        return connect(existing(), "");
    }

    /**
     * A connection that reads. Where the file may be written SQLite opens it so, and is told to change nothing: only then can it read what a killed program
     * left in the write-ahead log, and tidy up when it closes.
     */
    Connection reader(Access access) throws StoreException {
        checkFile();
        if (access == Access.WRITE || writable()) {
            SQLiteConfig config = existing();
            config.setPragma(SQLiteConfig.Pragma.TEMP_STORE, "MEMORY");
            Connection connection = connect(config, "");
            return configured(connection, "PRAGMA query_only = ON");
        }
        return untouched();
    }

    /** A connection for a file where nothing may be written: SQLite takes it as it lies there, without locks and without files beside it. */
    Connection untouched() throws StoreException {
        checkNoLog();
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return connect(config, "?immutable=1");
    }

    private boolean writable() {
        Path folder = file.toAbsolutePath().getParent();
        return Files.isWritable(file) && folder != null && Files.isWritable(folder);
    }

    private void checkNoLog() throws StoreException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        try {
            if (Files.exists(log) && Files.size(log) > 0) {
                throw new StoreException(Kind.READ_ONLY, "The case " + file + " was not closed properly (found " + log.getFileName()
                        + " beside it) and lies where nothing may be written. Copy both files to a folder where you may write, and open the copy.");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Looks without opening the file: on POSIX systems a handle on it that is closed again takes SQLite's locks of this program with it. */
    private void checkFile() throws StoreException {
        if (!Files.exists(file)) {
            throw new StoreException(Kind.MISSING, "There is no case " + file + ". Check the name, or load files into it to begin it.");
        }
        if (!Files.isRegularFile(file)) {
            throw notACase("a folder or a device");
        }
        try {
            if (Files.size(file) == 0) {
                throw notACase("an empty file");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private StoreException notACase(String found) {
        return new StoreException(Kind.FOREIGN, file + " is not a case: found " + found + ", expected an SQLite database. Name a case, or a new file to begin one.");
    }

    private StoreException unreadable(IOException e) {
        return new StoreException(Kind.FAILED, "The case " + file + " cannot be read: " + e.getMessage() + ". Check the disk and your rights, then try again.", e);
    }

    private static SQLiteConfig existing() {
        SQLiteConfig config = config();
        config.setOpenMode(SQLiteOpenMode.READWRITE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.enableLoadExtension(false);
        // Nobody asks for them, and getting them is a statement more for each that writes.
        config.setGetGeneratedKeys(false);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }

    /** The file is named as a URI, in which SQLite and its driver read no character of a file name as a parameter. */
    private Connection connect(SQLiteConfig config, String parameters) throws StoreException {
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + parameters);
            // A case may come from somebody else: what its schema calls must be harmless.
            return configured(connection, "PRAGMA trusted_schema = OFF");
        } catch (SQLException e) {
            throw SqlFailure.explain(file, e);
        }
    }

    private Connection configured(Connection connection, String pragma) throws StoreException {
        try {
            Sql.execute(connection, pragma);
            return connection;
        } catch (SQLException e) {
            closeAfter(connection, e);
            throw SqlFailure.explain(file, e);
        }
    }

    private static void closeAfter(Connection connection, SQLException reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
