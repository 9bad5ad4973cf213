package dev.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.Time;
import dev.spoor.store.Source.Result;
import dev.spoor.store.Source.State;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceStoreTest {
    private static final Result NOTHING_YET = new Result(0, 0, 0, Time.NONE, Time.NONE, List.of());

    @TempDir Path folder;

    @Test void theRegisterTellsLoadedInterruptedAndDuplicateSources() throws Exception {
        Path path = folder.resolve("a.spoor");
        Result result = new Result(10, 1, 2, 100, 200, List.of("record at 0x200: checksum is wrong"));
        try (CaseFile file = CaseFile.create(path)) {
            assertEquals(1, file.sources().register(Samples.source("a.evtx", "aa")));
            assertEquals(2, file.sources().register(Samples.source("b.evtx", "bb")));
            assertEquals(3, file.sources().registerDuplicate(Samples.source("copy.evtx", "aa"), 1));
            file.sources().finish(1, result);
        }
        try (CaseFile file = CaseFile.open(path, Access.READ)) {
            assertEquals(List.of(new Source(1, Samples.source("a.evtx", "aa"), State.LOADED, OptionalInt.empty(), result, 0),
                    new Source(2, Samples.source("b.evtx", "bb"), State.LOADING, OptionalInt.empty(), NOTHING_YET, 0),
                    new Source(3, Samples.source("copy.evtx", "aa"), State.DUPLICATE, OptionalInt.of(1), NOTHING_YET, 0)), file.sources().list());
            assertEquals(Optional.of(1), file.sources().findBySha256("aa").map(Source::number));
            assertEquals(Optional.of("copy.evtx"), file.sources().find(3).map(source -> source.origin().path()));
            assertEquals(Optional.empty(), file.sources().findBySha256("cc"));
        }
    }

    @Test void problemsBeyondTheLimitAreCountedOnly() throws Exception {
        try (CaseFile file = CaseFile.create(folder.resolve("a.spoor"))) {
            file.sources().register(Samples.source("a.evtx", "aa"));
            file.sources().finish(1, new Result(0, 5_000, 0, Time.NONE, Time.NONE, Collections.nCopies(5_000, "broken")));
            Result kept = file.sources().list().getFirst().result();
            assertEquals(5_000, kept.damaged());
            assertEquals(SourceStore.MAX_PROBLEMS, kept.problems().size());
        }
    }

    @Test void mappingsAndKindsBelongToADataset() throws Exception {
        try (CaseFile file = CaseFile.create(folder.resolve("a.spoor"))) {
            file.datasets().saveMapping("shop", "{}");
            file.datasets().saveMapping("shop", "{\"properties\":{}}");
            file.datasets().mergeKinds("shop", Map.of("price", 1, "name", 4));
            file.datasets().mergeKinds("shop", Map.of("price", 2));
            file.datasets().mergeKinds("other", Map.of("price", 8));
            assertEquals(Optional.of("{\"properties\":{}}"), file.datasets().mapping("shop"));
            assertEquals(Map.of("price", 3, "name", 4), file.datasets().kinds("shop"));
            assertEquals(Optional.empty(), file.datasets().mapping("other"));
            assertEquals(List.of("shop"), file.datasets().names());
        }
    }
}
