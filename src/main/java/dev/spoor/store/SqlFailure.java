package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns SQLite's error codes into sentences for the person at the keyboard. */
final class SqlFailure {
    private SqlFailure() {}

    static StoreException explain(Path file, SQLException failure) {
        Kind kind = kind(failure);
        return new StoreException(kind, sentence(kind, file, failure), failure);
    }

    private static Kind kind(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return Kind.FAILED;
        }
        // The low byte is the primary result code: https://sqlite.org/rescode.html
        int primary = sqlite.getResultCode().code & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return Kind.FULL;
        } else if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return Kind.DAMAGED;
        } else if (primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Kind.FOREIGN;
        } else if (primary == SQLiteErrorCode.SQLITE_READONLY.code) {
            return Kind.READ_ONLY;
        } else if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Kind.IN_USE;
        }
        return Kind.FAILED;
    }

    private static String sentence(Kind kind, Path file, SQLException failure) {
        return switch (kind) {
            case FULL -> "The disk is full: " + file + " cannot grow. What was saved before is kept. Make room on the disk and repeat the last step.";
            case DAMAGED -> "The case " + file + " is damaged: its pages contradict each other. Nothing was changed. Use a copy of the case, or let SQLite's own "
                    + "'sqlite3 CASE .recover' save what can be read.";
            case FOREIGN -> file + " is not a case: found something other than an SQLite database. Name a case, or a new file to begin one.";
            case READ_ONLY -> "The case " + file + " can only be read, expected to be allowed to write. Copy it to a folder where you may write, and open the copy.";
            case IN_USE -> "Another program is using the case " + file + ". Close it there, then try again.";
            case MISSING, EXISTS, NEWER, UNKNOWN, FAILED -> "The case " + file + " could not be used: " + failure.getMessage()
                    + ". What was saved before is kept. Check the disk and try again.";
        };
    }
}
