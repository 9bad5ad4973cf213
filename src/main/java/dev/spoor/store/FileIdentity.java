package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Tells the file that was opened from another one that has come under its name. SQLite does not notice: it goes on writing to a deleted file, and would read its
 * write-ahead log into a new one.
 *
 * @param key device and number of the file; its name where the system has nothing better (Windows, which lets nobody delete an open file)
 */
record FileIdentity(Optional<Object> key) {
    static FileIdentity of(Path file) throws StoreException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return new FileIdentity(Optional.of(key == null ? file : key));
        } catch (NoSuchFileException e) {
            return new FileIdentity(Optional.empty());
        } catch (IOException e) {
            throw new StoreException(Kind.FAILED, "The case " + file + " cannot be looked at: " + e.getMessage() + ". Check the disk and your rights, then try again.", e);
        }
    }

    /** Refuses to go on where the file under this name is no longer this one. */
    void check(Path file) throws StoreException {
        if (!equals(of(file))) {
            throw new StoreException(Kind.MISSING, "The case " + file + " is no longer the file that was opened: it was deleted, moved or replaced meanwhile. Nothing more "
                    + "was changed. Put it back if you have it, and open the case again.");
        }
    }
}
