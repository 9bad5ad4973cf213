package dev.spoor.normalize;

import dev.spoor.event.Event;
import dev.spoor.event.EventBatch;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.WindowsRecord;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Makes events of records. A Windows record, and a document of one in whatever wrapping, gets both views; a document that is ECS already, or of no known shape,
 * stays as it is: nothing is added to its ECS view, renamed or dropped. The same record always gives the same event. Not thread-safe: one for each thread; several may
 * share a field table.
 */
public final class Normalizer {
    private static final MappingTables SHIPPED = MappingTables.shipped();
    private static final ZoneId SHIPPED_ZONE = NormalizerOptions.shipped().zone();
    private final EventBatch single;
    private final Draft draft = new Draft();
    private final WindowsFacts facts = new WindowsFacts();
    private final WindowsRecords windowsRecords;
    private final ShapedRecords shapedRecords;
    private final WrappedRecords wrappedRecords;
    private final FlatDocuments flatDocuments;
    private final DocumentNames.Known documentNames;
    private final WinlogDocuments winlogDocuments;
    private final Documents documents;
    private final WindowsEvents windowsEvents;
    private final ExportedDocuments exports;
    private final LocalTimes times;

    /**
     * @param fields gives the events their field numbers
     * @throws MappingTableException if a table names a transform or option that does not exist
     */
    public Normalizer(FieldTable fields, NormalizerOptions options) throws MappingTableException {
        this(fields, new MappingTables(options.tables()), options.zone());
    }

    /** Normalises by the tables that come with Spoor; times that do not say their zone are in UTC. */
    public Normalizer(FieldTable fields) {
        this(fields, SHIPPED, SHIPPED_ZONE);
    }

    private Normalizer(FieldTable fields, MappingTables tables, ZoneId zone) {
        Names names = new Names(fields);
        this.single = new EventBatch(fields, 1);
        this.windowsRecords = new WindowsRecords(names);
        this.shapedRecords = new ShapedRecords(names, windowsRecords);
        this.wrappedRecords = new WrappedRecords(names, windowsRecords);
        this.winlogDocuments = new WinlogDocuments(names);
        this.flatDocuments = new FlatDocuments(names, tables);
        this.documentNames = new DocumentNames.Known(flatDocuments);
        this.documents = new Documents(names);
        this.times = new LocalTimes(zone);
        this.windowsEvents = new WindowsEvents(names, tables, times);
        this.exports = new ExportedDocuments(names, tables, times);
    }

    /** Makes the event of a record that came from somewhere. */
    public Event normalize(RawRecord record, Origin origin) {
        single.clear();
        add(record, origin, single);
        finish(single);
        return single.event(0);
    }

    /**
     * Adds the event of a record to a batch, which must not be full. Its ECS view is whole only after {@link #finish}; its time is known at once.
     *
     * @param batch a batch of this normaliser's field table; no other may be begun before it is finished
     */
    public void add(RawRecord record, Origin origin, EventBatch batch) {
        int slot = batch.begin(origin);
        draft.at(batch, slot);
        batch.time(slot, switch (record) {
            case WindowsRecord windows -> windows(windows);
            case ShapedRecord shaped -> shaped(shaped);
            case DocumentRecord document -> document(document);
        });
    }

    /** Completes the events of a batch. */
    public void finish(EventBatch batch) {
        if (batch.size() > 0) {
            draft.at(batch, 0);
            windowsEvents.finish(draft);
        }
    }

    private long windows(WindowsRecord record) {
        facts.clear();
        windowsRecords.read(record, facts, draft);
        return windowsEvents.fill(facts, draft);
    }

    private long shaped(ShapedRecord record) {
        facts.clear();
        shapedRecords.read(record, facts, draft);
        return windowsEvents.fill(facts, draft);
    }

    /** How many times so far named no zone and were read in that of the options. */
    public long zoneUses() {
        return times.assumed();
    }

    /** How many times of exports so far could not be read. */
    public long unreadTimes() {
        return times.unread();
    }

    private long document(DocumentRecord record) {
        DocumentNames known = documentNames.of(record.fields());
        DocumentShape wrapping = known.shape(record.fields());
        ExportShape shape = switch (wrapping) {
            case RAW_XML, EVTX_ECMD, EVENT_TREE -> ExportShape.NONE;
            case ECS, WINLOG, FLAT_WINDOWS, OTHER -> known.export() == null ? exports.shape(record) : known.export();
        };
        return shape == ExportShape.NONE ? document(record, wrapping, known) : exported(shape, record);
    }

    private long exported(ExportShape shape, DocumentRecord record) {
        Optional<WindowsRecord> windows = exports.windows(shape, record);
        if (windows.isEmpty()) {
            if (shape != ExportShape.KIBANA && shape != ExportShape.SPLUNK) {
                return documents.fill(record, draft, false);
            }
            return plain(exports.document(shape, record));
        }
        facts.clear();
        windowsRecords.read(windows.get(), facts, draft);
        exports.own(record, windows.get(), facts, draft);
        return windowsEvents.fill(facts, draft);
    }

    /** A document that is no export and has no envelope. */
    private long plain(DocumentRecord record) {
        DocumentNames known = documentNames.of(record.fields());
        return document(record, known.shape(), known);
    }

    private long document(DocumentRecord record, DocumentShape shape, DocumentNames known) {
        facts.clear();
        switch (shape) {
            case ECS -> {
                return documents.fill(record, draft, true);
            }
            case OTHER -> {
                return documents.fill(record, draft, false);
            }
            case WINLOG -> {
                winlogDocuments.read(record, facts, draft);
                EventBatch batch = draft.batch();
                int slot = draft.slot();
                long time = windowsEvents.fill(facts, draft);
                windowsEvents.finish(draft);
                draft.at(batch, slot);
                winlogDocuments.keep(record, draft);
                return time;
            }
            case FLAT_WINDOWS -> flatDocuments.read(record, known, facts, draft);
            case EVENT_TREE -> wrappedRecords.tree(record, facts, draft);
            case EVTX_ECMD -> wrappedRecords.row(record, facts, draft);
            case RAW_XML -> {
                if (!wrappedRecords.raw(record, facts, draft)) {
                    return plain(exports.document(exports.shape(record), record));
                }
            }
        }
        return windowsEvents.fill(facts, draft);
    }
}
