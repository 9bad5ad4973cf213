package dev.spoor.wrapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Event;
import dev.spoor.event.EventBatch;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.WindowsRecord.Element;
import dev.spoor.ingest.evtx.Datum;
import dev.spoor.ingest.evtx.EventDescription;
import dev.spoor.ingest.evtx.EvtxOptions;
import dev.spoor.ingest.evtx.EvtxReader;
import dev.spoor.ingest.evtx.EvtxWriter;
import dev.spoor.normalize.Normalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Records read as values of shapes must give the events, and the damage, that whole records give. */
class ShapedRecordsTest {
    private static final int COUNT = 400;
    private static final int DAMAGED = 50;
    private static final byte[] LOG = EvtxWriter.log(events());

    private static List<EventDescription> events() {
        Random random = new Random(7);
        List<EventDescription> events = new ArrayList<>();
        for (int i = 1; i <= COUNT; i++) {
            String time = "2026-03-02T08:%02d:%02d.%07dZ".formatted(i / 60, i % 60, random.nextInt(10_000_000));
            events.add(switch (i % 5) {
                case 0 -> sysmon(i, time, random);
                case 1 -> EventDescription.security(1102, i, "dc01.nwf.example", time, List.of()).withUserData(cleared("m.okafor" + random.nextInt(3)));
                case 2 -> EventDescription.security(4688, i, "wks-114.nwf.example", time, process(random));
                case 3 -> new EventDescription("Press Feeder", "", "Application", "wks-114.nwf.example", 7, 0, 2, 0, 0, "0x80000000000000", time, i, 0, 0, "S-1-5-19",
                        unnamed(random), Optional.empty());
                default -> EventDescription.security(4625, i, "", time, List.of(Datum.none("SubjectUserSid"), Datum.string("TargetUserName", "-"),
                        Datum.string("IpAddress", "::ffff:10.20.0." + random.nextInt(9)), Datum.bool("Elevated", random.nextBoolean()), Datum.none("LogonType")));
            });
        }
        return events;
    }

    private static EventDescription sysmon(int i, String time, Random random) {
        return new EventDescription("Microsoft-Windows-Sysmon", "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}", "Microsoft-Windows-Sysmon/Operational", "ca01.nwf.example", 3, 5,
                4, 3, 0, "0x8000000000000000", time, i, 2044, 3120, "S-1-5-18", List.of(Datum.string("RuleName", "-"), Datum.guid("ProcessGuid",
                        "{54849625-5478-4994-a5ba-%012x}".formatted(random.nextInt(50))), Datum.number("ProcessId", random.nextInt(9_000)),
                        Datum.string("Image", "C:\\Werk\\Schm\u00fcckpresse" + random.nextInt(9) + "\\feeder.exe"), Datum.string("Protocol", "tcp"),
                        Datum.string("SourceIp", "10.20.0." + random.nextInt(99)), Datum.number("SourcePort", 50_000 + random.nextInt(99)),
                        Datum.string("DestinationIp", "192.0.2." + random.nextInt(9)), Datum.number("DestinationPort", 443)),
                Optional.empty());
    }

    private static List<Datum> process(Random random) {
        return List.of(Datum.sid("SubjectUserSid", "S-1-5-21-1-2-3-" + random.nextInt(5)), Datum.string("SubjectUserName", "m.okafor"),
                Datum.hex("SubjectLogonId", "0x" + Integer.toHexString(1 + random.nextInt(99))), Datum.hex("NewProcessId", "0x" + Integer.toHexString(1 + random.nextInt())),
                Datum.string("NewProcessName", "C:\\Windows\\System32\\certutil.exe"), Datum.string("CommandLine", "certutil -decode x" + random.nextInt(30) + " \"a b\""),
                Datum.string("TokenElevationType", "%%1936"), Datum.string("Empty", ""));
    }

    private static List<Datum> unnamed(Random random) {
        return List.of(Datum.string("", "jam " + random.nextInt(4)), random.nextBoolean() ? Datum.none("") : Datum.number("", 12), Datum.string("", "line 3"));
    }

    private static Element cleared(String name) {
        return new Element("LogFileCleared", List.of(), Optional.empty(), List.of(new Element("SubjectUserName", List.of(), Optional.of(name), List.of()),
                new Element("SubjectDomainName", List.of(), Optional.of("NWF"), List.of())));
    }

    private static final class Told {
        private final List<String> lines = new ArrayList<>();
        private int shaped;
    }

    /** Whatever a log gives, with the events that become of it, as lines. */
    private static Told told(byte[] log, boolean shaped, boolean recover) throws IOException, IngestException {
        Told told = new Told();
        FieldTable fields = new FieldTable();
        Normalizer normalizer = new Normalizer(fields);
        EventBatch batch = new EventBatch(fields, 2 * COUNT);
        try (LogReader reader = EvtxReader.open(Channels.newChannel(new ByteArrayInputStream(log)), EvtxOptions.recovering(recover))) {
            for (Optional<ReadResult> next = next(reader, shaped); next.isPresent(); next = next(reader, shaped)) {
                if (next.get() instanceof RawRecord record) {
                    told.shaped += record instanceof ShapedRecord ? 1 : 0;
                    normalizer.add(record, new Origin(1, "", record.record(), record.offset()), batch);
                    told.lines.add("record at " + reader.rawOffset());
                } else {
                    told.lines.add(next.get().toString());
                }
            }
        }
        normalizer.finish(batch);
        for (int slot = 0; slot < batch.size(); slot++) {
            told.lines.add(line(batch.event(slot)));
        }
        return told;
    }

    private static Optional<ReadResult> next(LogReader reader, boolean shaped) throws IngestException {
        return shaped ? reader.nextShaped() : reader.next();
    }

    private static String line(Event event) {
        TreeMap<String, String> values = new TreeMap<>();
        for (int place = 0; place < event.size(); place++) {
            values.put(event.fields().field(event.fieldAt(place)).toString(), event.valuesAt(place).toString());
        }
        return event.origin() + " " + event.time() + " " + values;
    }

    @Test void giveTheEventsOfWholeRecords() throws Exception {
        Told shaped = told(LOG, true, false);
        assertEquals(told(LOG, false, false).lines, shaped.lines);
        assertEquals(2 * COUNT, shaped.lines.size());
        assertTrue(shaped.shaped > COUNT * 9 / 10, shaped.shaped + " of " + COUNT);
    }

    @Test void giveTheSameOfDamagedLogs() throws Exception {
        for (int seed = 0; seed < DAMAGED; seed++) {
            Random random = new Random(seed);
            byte[] log = LOG.clone();
            for (int change = random.nextInt(40); change >= 0; change--) {
                log[4096 + random.nextInt(log.length - 4096)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 40);
            }
            assertEquals(told(log, false, seed % 2 == 1).lines, told(log, true, seed % 2 == 1).lines, "seed " + seed);
        }
    }
}
