package dev.spoor.workbench;

import dev.spoor.segment.EventDocuments;
import dev.spoor.segment.EventRow;
import dev.spoor.store.Access;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Run;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import dev.spoor.triage.AlertIdentity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a case holds, without what differs from load to load.
 *
 * @param events    hash of the ECS document of each event, by the event's identity
 * @param doubled   how many events came twice
 * @param unfinished sources whose load was interrupted
 * @param sources   lines of the register
 * @param runs      runs that came to their end
 * @param tampered  what the journal's chain says, empty where it holds
 */
record CaseContent(Map<String, Integer> events, int doubled, long unfinished, int sources, long runs, Optional<String> tampered) {
    /** @param documents whether the events' documents are looked at, which takes time; without, their hashes are 0 */
    static CaseContent of(Path path, boolean documents) throws StoreException {
        try (CaseFile file = CaseFile.open(path, Access.READ)) {
            Map<Integer, String> hashes = new HashMap<>();
            for (Source source : file.sources().list()) {
                hashes.put(source.number(), source.origin().sha256());
            }
            Map<String, Integer> events = new TreeMap<>();
            int doubled = 0;
            for (SegmentRef ref : file.segments().list()) {
                var segment = file.segments().open(ref);
                for (int i = 0; i < segment.size(); i++) {
                    EventRow row = new EventRow(segment, i);
                    String identity = AlertIdentity.event(hashes.get(row.origin().source()), row.origin().entry(), row.origin().record(), row.origin().offset());
                    doubled += events.put(identity, documents ? EventDocuments.ecs(row).toString().hashCode() : 0) == null ? 0 : 1;
                }
            }
            long unfinished = file.sources().list().stream().filter(source -> source.state() == Source.State.LOADING).count();
            long runs = file.runs().list().stream().filter(Run::complete).count();
            return new CaseContent(events, doubled, unfinished, file.sources().list().size(), runs, file.journal().verify());
        }
    }
}
