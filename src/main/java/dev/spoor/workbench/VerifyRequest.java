package dev.spoor.workbench;

import dev.spoor.ingest.archive.PasswordSource;
import java.util.List;

/**
 * How a case is checked.
 *
 * @param heads     hashes of journal lines from reports or elsewhere; each must stand in the journal
 * @param passwords asked where an archive is encrypted; kept nowhere
 * @param threads   how many threads run the rules
 */
public record VerifyRequest(List<String> heads, PasswordSource passwords, int threads) {
    public VerifyRequest {
        heads = List.copyOf(heads);
    }

    /** Without passwords and heads, with as many threads as there are processors, at most four. */
    public static final VerifyRequest DEFAULT = new VerifyRequest(List.of(), PasswordSource.NONE, Math.min(4, Runtime.getRuntime().availableProcessors()));
}
