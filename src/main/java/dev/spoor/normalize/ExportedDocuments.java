package dev.spoor.normalize;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.normalize.WindowsFacts.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Documents that are exports of known programs: what they were before. Not thread-safe. */
final class ExportedDocuments {
    private final Names names;
    private final ExportedRecords records;
    private final KibanaRows kibana;
    private final LocalTimes times;

    ExportedDocuments(Names names, MappingTables tables, LocalTimes times) {
        this.names = names;
        this.records = new ExportedRecords(tables, times);
        this.kibana = new KibanaRows(times);
        this.times = times;
    }

    ExportShape shape(DocumentRecord record) {
        return records.shape(record.fields());
    }

    /** The Windows record that a document of a shape shows. */
    Optional<WindowsRecord> windows(ExportShape shape, DocumentRecord record) {
        return records.read(shape, record.fields(), record.offset());
    }

    /** The document that a row shows where it is no Windows record: Kibana's as it was, Splunk's with its time. */
    DocumentRecord document(ExportShape shape, DocumentRecord record) {
        return switch (shape) {
            case KIBANA -> new DocumentRecord(record.record(), record.offset(), kibana.document(record.fields()));
            case SPLUNK -> timed(record);
            case GET_WINEVENT, BLOCK, EVENT_VIEWER, NONE -> record;
        };
    }

    /** Puts the columns of an export under their own names beside what they mean. */
    void own(DocumentRecord record, WindowsRecord windows, WindowsFacts facts, Draft draft) {
        record.fields().forEach((name, values) -> draft.put(names.source(name), values));
        if (windows.record() == ExportedRecords.NO_NUMBER) {
            facts.set(Item.RECORD_ID, "");
            draft.remove(names.source("System.EventRecordID"));
        }
    }

    private DocumentRecord timed(DocumentRecord record) {
        String shown = ExportedRecords.text(record.fields().get("_time"));
        long ticks = times.ticks(shown);
        if (ticks == Time.NONE || record.fields().containsKey("@timestamp")) {
            return record;
        }
        Map<String, Values> fields = new LinkedHashMap<>(record.fields());
        fields.put("@timestamp", Value.string(Time.iso(ticks)));
        return new DocumentRecord(record.record(), record.offset(), fields);
    }
}
