package dev.spoor.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The connections to one case: one that writes, used by one thread at a time, and as many readers as there are threads that read. Thread-safe. A reader sees what
 * was committed when its read began; the thread that writes sees what it wrote.
 */
final class Database {
    private final Connector connector;
    private final Access access;
    private final Connection writer;
    private final FileIdentity opened;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private Durability durability = Durability.SAFE;
    private int rollbacks;

    /** Work on a connection. */
    interface Work<T> {
        T run(Connection connection) throws SQLException, StoreException;
    }

    Database(Connector connector, Access access, Connection writer) throws StoreException {
        this.connector = connector;
        this.opened = FileIdentity.of(connector.file());
        this.access = access;
        this.writer = writer;
    }

    Path file() {
        return connector.file();
    }

    /** Runs work on a reader's connection, or on the writer's where this thread is inside a transaction. */
    <T> T read(Work<T> work) throws StoreException {
        if (writing.isHeldByCurrentThread()) {
            return guarded(writer, work);
        }
        opened.check(file());
        Connection reader = borrow();
        try {
            return guarded(reader, work);
        } finally {
            idle.add(reader);
            if (closed) {
                closeReaders();
            }
        }
    }

    /** Runs work in one transaction; inside another transaction of this thread it becomes part of that one, with its durability. */
    <T> T write(Durability wanted, Work<T> work) throws StoreException {
        if (access == Access.READ) {
            throw new StoreException(StoreException.Kind.READ_ONLY, "The case " + file() + " was opened for reading only, and this would change it.");
        }
        writing.lock();
        try {
            checkOpen();
            opened.check(file());
            return writing.getHoldCount() > 1 ? guarded(writer, work) : guarded(writer, connection -> transaction(wanted, work));
        } finally {
            writing.unlock();
        }
    }

    private <T> T transaction(Durability wanted, Work<T> work) throws SQLException, StoreException {
        if (durability != wanted) {
            Sql.execute(writer, wanted == Durability.SAFE ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            durability = wanted;
        }
        Sql.execute(writer, "BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.run(writer);
            Sql.execute(writer, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollbacks++;
                rollBackOpen();
            }
        }
    }

    /** Some failures (a full disk) have rolled the transaction back already, and then SQLite refuses to do it again. */
    private void rollBackOpen() throws SQLException {
        try {
            Sql.execute(writer, "ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    /** How many transactions came to nothing so far; asked inside a transaction, tells whether what was remembered from earlier ones may be gone. */
    int rollbacks() {
        return rollbacks;
    }

    static void rollBack(Connection connection, SQLException reason) {
        try {
            Sql.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private <T> T guarded(Connection connection, Work<T> work) throws StoreException {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw SqlFailure.explain(file(), e);
        }
    }

    private Connection borrow() throws StoreException {
        checkOpen();
        Connection reader = idle.poll();
        return reader != null ? reader : connector.reader(access);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the case is closed");
        }
    }

    /**
     * Writes everything into the one file and closes all connections; waits for a running transaction.
     *
     * @throws StoreException also if the file is no longer the one that was opened; all is closed then
     */
    void close() throws StoreException {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            closeReaders();
            guarded(writer, connection -> {
                try (connection) {
                    if (access == Access.WRITE) {
                        Sql.execute(connection, "PRAGMA synchronous = FULL");
                        Sql.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                    }
                }
                return null;
            });
            opened.check(file());
        } finally {
            writing.unlock();
        }
    }

    private void closeReaders() throws StoreException {
        for (Connection reader = idle.poll(); reader != null; reader = idle.poll()) {
            guarded(reader, connection -> {
                connection.close();
                return null;
            });
        }
    }
}
