package dev.spoor.ui.start;

import dev.spoor.ingest.archive.PasswordSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/**
 * The passwords of one load: those that were given for archives before, then the user is asked. Who once goes on without is not asked again. The passwords are forgotten
 * with this object. Called on the thread that loads, which waits.
 */
final class AskedPasswords implements PasswordSource {
    private static final long LOOK_MILLIS = 200;
    private final PasswordDialog dialog;
    private final BooleanSupplier cancelled;
    private final List<char[]> given = new ArrayList<>();
    private boolean declined;

    AskedPasswords(PasswordDialog dialog, BooleanSupplier cancelled) {
        this.dialog = dialog;
        this.cancelled = cancelled;
    }

    @Override public synchronized Optional<char[]> next(String archive, int attempt) {
        if (attempt < given.size()) {
            return Optional.of(given.get(attempt).clone());
        }
        if (declined) {
            return Optional.empty();
        }
        CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
        Platform.runLater(() -> dialog.ask(archive, attempt > 0, answer));
        Optional<char[]> password = await(answer);
        password.ifPresentOrElse(given::add, () -> declined = true);
        return password;
    }

    private Optional<char[]> await(CompletableFuture<Optional<char[]>> answer) {
        while (!cancelled.getAsBoolean()) {
            try {
                return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Nothing is typed yet: look whether the load was cancelled, and wait on.
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        answer.complete(Optional.empty());
        return Optional.empty();
    }
}
