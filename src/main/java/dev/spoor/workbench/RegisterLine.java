package dev.spoor.workbench;

import dev.spoor.store.Source;
import java.util.Optional;

/** Puts what the case knows of a source into a line of the register. */
final class RegisterLine {
    private RegisterLine() {}

    /** The line; {@code original} is the path of the source that it has the same bytes as. */
    static SourceSummary of(Source source, Optional<String> original) {
        Source.Registration origin = source.origin();
        Source.Result result = source.result();
        return new SourceSummary(source.number(), origin.path(), origin.entry(), origin.sha256(), origin.size(), origin.format(), result.records(), result.damaged(),
                result.repaired(), result.first(), result.last(), original, result.problems(), state(source), zone(source), source.embedded());
    }

    private static SourceSummary.State state(Source source) {
        return switch (source.state()) {
            case LOADING -> SourceSummary.State.LOADING;
            case LOADED -> EvidenceLoader.isNotRead(source) ? SourceSummary.State.NOT_READ : SourceSummary.State.LOADED;
            case DUPLICATE -> SourceSummary.State.DUPLICATE;
        };
    }

    private static SourceSummary.ReadZone zone(Source source) {
        Source.Result result = source.result();
        if (result.records() == 0 || result.zoneless().isEmpty()) {
            return SourceSummary.ReadZone.UNKNOWN;
        }
        if (result.zoneless().getAsLong() == 0) {
            return new SourceSummary.ReadZone("UTC", "from the records");
        }
        String given = source.origin().zone();
        return given.isEmpty() ? new SourceSummary.ReadZone("UTC", "assumed") : new SourceSummary.ReadZone(given, "given");
    }
}
