package dev.spoor.ingest.evtx;

import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.DataItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invented logs, and reading from memory. */
final class Samples {
    private Samples() {}

    /** Logons of a service account, numbered from 1. */
    static List<EventDescription> logons(int count) {
        List<EventDescription> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            events.add(EventDescription.security(4624, i, "wks-114.nwf.example", "2026-03-02T08:%02d:%02d.1234567Z".formatted(i / 60 % 60, i % 60), List.of(
                    Datum.sid("SubjectUserSid", "S-1-5-18"), Datum.string("TargetUserName", "svc-press" + i), Datum.hex("TargetLogonId", "0x3e7"),
                    Datum.number("LogonType", 5), Datum.guid("LogonGuid", "{54849625-5478-4994-a5ba-3e3b0328c30d}"))));
        }
        return events;
    }

    /** All that a log gives. */
    static List<ReadResult> read(byte[] log, EvtxOptions options) throws IOException, IngestException {
        List<ReadResult> results = new ArrayList<>();
        try (EvtxReader reader = EvtxReader.open(Channels.newChannel(new ByteArrayInputStream(log)), options)) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                results.add(next.get());
            }
        }
        return results;
    }

    static List<WindowsRecord> records(List<ReadResult> results) {
        return results.stream().filter(WindowsRecord.class::isInstance).map(WindowsRecord.class::cast).toList();
    }

    static List<Damaged> damage(List<ReadResult> results) {
        return results.stream().filter(Damaged.class::isInstance).map(Damaged.class::cast).toList();
    }

    /** The only record of a log of one. */
    static WindowsRecord only(byte[] log) throws IOException, IngestException {
        List<ReadResult> results = read(log, EvtxOptions.DEFAULT);
        return switch (results.getFirst()) {
            case WindowsRecord record when results.size() == 1 -> record;
            case WindowsRecord _, ShapedRecord _, Damaged _, DocumentRecord _ -> throw new AssertionError("expected one record: " + results);
        };
    }

    /** Names and values of EventData as {@code name=value}, an unnamed Data as {@code -=value}. */
    static List<String> data(WindowsRecord record) {
        return record.eventData().stream().map(Samples::text).toList();
    }

    private static String text(DataItem item) {
        return item.name().orElse("-") + '=' + item.tree().map(Object::toString).orElse(item.value());
    }
}
