package dev.spoor.ingest.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** BinXML that Windows writes more rarely. */
class BinXmlTest {
    private static final byte[] GUID = new byte[16];

    private static byte[] log(Consumer<BinXmlWriter> content) {
        EvtxWriter writer = new EvtxWriter();
        writer.add(7, 0, content);
        return writer.finish();
    }

    private static BinXmlWriter event(BinXmlWriter to) {
        return to.header().open("Event").content().open("EventData").content();
    }

    @Test void readsARecordWithoutTemplate() throws Exception {
        WindowsRecord record = Samples.only(log(to -> to.header().open("Event", a -> a.attribute("xmlns", false).text("urn:x")).content()
                .open("System").content()
                .open("TimeCreated", a -> a.attribute("SystemTime", false).text("2026-03-02T08:15:30.123456700Z")).closeEmpty()
                .open("EventRecordID").content().text("99").close()
                .close().open("EventData").content().open("Data", a -> a.attribute("Name", false).text("Who")).content().text("m.okafor").close()
                .close().close().end()));
        assertEquals(99, record.record());
        assertEquals(7, record.headerRecord());
        assertEquals(Optional.of("2026-03-02T08:15:30.1234567Z"), record.system().time());
        assertEquals(List.of("Who=m.okafor"), Samples.data(record));
    }

    @Test void joinsTextThatReferencesSplit() throws Exception {
        byte[] log = log(to -> event(to).open("Data").content().text("a ").entity("lt").text("b").entity("amp").character('\u00e9').cdata("<c>")
                .instruction("x", "ignored").close().close().close().end());
        assertEquals(List.of("-=a <b&\u00e9<c>"), Samples.data(Samples.only(log)));
    }

    @Test void leavesOutAnElementWhoseDependencyIsNull() throws Exception {
        Consumer<BinXmlWriter> body = to -> to.template().header().open("Event").content().open("EventData").content()
                .open("Data", 0, null).content().slot(0, ValueType.STRING, true).close()
                .open("Binary", 1, null).content().slot(1, ValueType.BINARY, false).close()
                .open("Data").content().slot(0, ValueType.STRING, false).close()
                .close().close().end();
        byte[] log = log(to -> to.header().instance("k", GUID, body, List.of(Datum.none(""), Datum.of("", ValueType.BINARY, "4D5A")), null).end());
        assertEquals(List.of("#Binary=4D5A", "-="), Samples.data(Samples.only(log)));
    }

    @Test void readsTextOfTextAndValues() throws Exception {
        Consumer<BinXmlWriter> body = to -> to.template().header().open("Event").content().open("EventData").content()
                .open("Data", a -> a.attribute("Name", false).slot(0, ValueType.STRING, false)).content().text("[").slot(1, ValueType.UINT32, false).text("]")
                .close().close().close().end();
        byte[] log = log(to -> to.header().instance("k", GUID, body, List.of(Datum.string("", "N"), Datum.number("", 5)), null).end());
        assertEquals(List.of("N=[5]"), Samples.data(Samples.only(log)));
    }

    @Test void keepsElementsWithinDataAsTree() throws Exception {
        byte[] log = log(to -> event(to).open("Data", a -> a.attribute("Name", false).text("Request")).content().open("s:Envelope").content().text("x").close()
                .close().open("Extra").content().text("y").close().close().close().end());
        WindowsRecord record = Samples.only(log);
        assertEquals(Optional.of(new Element("Data", List.of(new WindowsRecord.Attribute("Name", "Request")), Optional.empty(),
                List.of(new Element("Envelope", List.of(), Optional.of("x"), List.of())))), record.eventData().get(0).tree());
        assertEquals(Optional.of("#Extra"), record.eventData().get(1).name());
    }

    @Test void refusesARecordThatNestsTooDeep() throws Exception {
        byte[] log = log(to -> {
            event(to);
            for (int i = 0; i < 200; i++) {
                to.open("d").content();
            }
            for (int i = 0; i < 202; i++) {
                to.close();
            }
            to.end();
        });
        List<ReadResult> results = Samples.read(log, EvtxOptions.DEFAULT);
        assertEquals(1, results.size());
        assertTrue(Samples.damage(results).getFirst().problem().contains("in each other"), results.toString());
    }

    @Test void refusesAValueThatIsNotThere() throws Exception {
        Consumer<BinXmlWriter> body = to -> to.template().header().open("Event").content().open("EventData").content()
                .open("Data").content().slot(3, ValueType.STRING, false).close().close().close().end();
        byte[] log = log(to -> to.header().instance("k", GUID, body, List.of(Datum.string("", "x")), null).end());
        List<ReadResult> results = Samples.read(log, EvtxOptions.DEFAULT);
        assertEquals("value 3 of 1 is asked for", Samples.damage(results).getFirst().problem());
    }
}
