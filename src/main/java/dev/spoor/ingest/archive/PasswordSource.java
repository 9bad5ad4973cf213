package dev.spoor.ingest.archive;

import java.util.Optional;

/** Where passwords of archives come from. They are kept nowhere. Called on the thread that reads; may block. */
@FunctionalInterface
public interface PasswordSource {
    /** Has no password. */
    PasswordSource NONE = (_, _) -> Optional.empty();

    /**
     * A password to try.
     *
     * @param archive the name of the archive, for whoever is asked
     * @param attempt 0 at first, one more after each that was wrong
     * @return empty if there is none to try (any more)
     */
    Optional<char[]> next(String archive, int attempt);

    /** One password for all archives. */
    static PasswordSource of(String password) {
        return (_, attempt) -> attempt == 0 ? Optional.of(password.toCharArray()) : Optional.empty();
    }
}
